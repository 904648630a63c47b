package io.quantumleap.analytics.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WealthTest {

    @Test
    void compoundsByHand() {
        assertThat(Wealth.path(new double[] {0.5, -0.5, 0.25})).containsExactly(1, 1.5, 0.75, 0.9375);
    }

    @Test
    void totalLossStaysAtZero() {
        assertThat(Wealth.path(new double[] {0.5, -1, 0.25})).containsExactly(1, 1.5, 0, 0);
    }

    @Test
    void aMillionMillionthsCompoundWithoutDrift() {
        Wealth wealth = new Wealth();
        for (int i = 0; i < 1_000_000; i++) {
            wealth.earn(1e-6);
        }
        assertThat(wealth.value()).isCloseTo(Math.exp(1_000_000 * Math.log1p(1e-6)), within(1e-15 * 4));
    }

    @Test
    void keepsTheGainThatSubtractingOneWouldLose() {
        Wealth wealth = new Wealth();
        wealth.earn(1e-17);
        assertThat(wealth.value()).isEqualTo(1);
        assertThat(wealth.gain()).isEqualTo(1e-17);
    }

    @Test
    void equalsTheExactProduct() {
        double[] returns = new Random(7).doubles(2_000, -0.03, 0.0301).toArray();
        BigDecimal exact = Arrays.stream(returns)
                .mapToObj(r -> BigDecimal.ONE.add(new BigDecimal(r)))
                .reduce(BigDecimal.ONE, (a, b) -> a.multiply(b, MathContext.DECIMAL128));
        double[] path = Wealth.path(returns);
        assertThat(path[2_000]).isEqualTo(exact.doubleValue());
    }
}
