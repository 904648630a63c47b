package io.quantumleap.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.measure.QuantileType;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TailRiskTest {

    /** -0.30, -0.29 .. -0.01: thirty losses, of which 5 % are one and a half. */
    private static final double[] THIRTY =
            IntStream.rangeClosed(1, 30).mapToDouble(i -> (i - 31) / 100.0).toArray();

    private static double shortfall(double confidence, ShortfallMethod method) {
        return TailRisk.historical(THIRTY, confidence, QuantileType.LINEAR, method)
                .expectedShortfall()
                .orElseThrow();
    }

    @Test
    void eachMethodAveragesItsOwnShareOfTheTail() {
        // The quantile lies at 29 x 0.05 = 1.45 of the way, so that two returns are no higher.
        assertThat(shortfall(0.95, ShortfallMethod.NOT_ABOVE_QUANTILE)).isCloseTo(-0.295, within(1e-15));
        assertThat(shortfall(0.95, ShortfallMethod.LOWEST_OBSERVATIONS)).isCloseTo(-0.295, within(1e-15));
        assertThat(shortfall(0.95, ShortfallMethod.LOWEST_SHARE)).isCloseTo((-0.30 - 0.5 * 0.29) / 1.5, within(1e-15));
    }

    @Test
    void theLowestShareOfLessThanOneReturnIsTheWorst() {
        assertThat(shortfall(0.99, ShortfallMethod.LOWEST_SHARE)).isCloseTo(-0.30, within(1e-15));
        assertThat(shortfall(Math.nextDown(1.0), ShortfallMethod.LOWEST_SHARE)).isEqualTo(-0.30);
    }

    @Test
    void theLowestShareIsCoherentWhereTheOthersNeedNotBe() {
        double[] one = {-0.4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        double[] two = {0, -0.4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        double[] sum = {-0.4, -0.4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        double together = coherent(sum);
        assertThat(together).isGreaterThanOrEqualTo(coherent(one) + coherent(two));
    }

    private static double coherent(double[] returns) {
        return TailRisk.historical(returns, 0.9, QuantileType.LINEAR, ShortfallMethod.LOWEST_SHARE)
                .expectedShortfall()
                .orElseThrow();
    }
}
