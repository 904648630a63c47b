package io.quantumleap.analytics.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CompensatedSumTest {

    @Test
    void aMillionMillionthsMakeOne() {
        double[] numbers = new double[1_000_000];
        Arrays.fill(numbers, 1e-6);
        assertThat(CompensatedSum.of(numbers)).isEqualTo(1.0);
        assertThat(DoubleStream.of(numbers).reduce(0, Double::sum)).isNotEqualTo(1.0);
    }

    @Test
    void keepsSmallNumbersBesideHugeOnesThatCancel() {
        assertThat(CompensatedSum.of(new double[] {1, 1e100, 1, -1e100})).isEqualTo(2);
    }

    @Test
    void infinityAndNaNStayVisible() {
        assertThat(CompensatedSum.of(new double[] {1, Double.POSITIVE_INFINITY}))
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(CompensatedSum.of(new double[] {1, Double.NaN})).isNaN();
    }

    @Property(tries = 200)
    void equalsTheExactSumRounded(@ForAll @Size(max = 200) List<@DoubleRange(min = -1e6, max = 1e6) Double> drawn) {
        double[] numbers = drawn.stream().mapToDouble(x -> x).toArray();
        BigDecimal exact = Arrays.stream(numbers).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        CompensatedSum running = new CompensatedSum();
        Arrays.stream(numbers).forEach(running::add);
        double scale = Arrays.stream(numbers).map(Math::abs).sum();
        // The bound of the algorithm: one rounding, and (n eps)^2 of the sum of magnitudes.
        double tolerance = 1e-27 * scale + Math.ulp(exact.doubleValue());
        assertThat(CompensatedSum.of(numbers)).isCloseTo(exact.doubleValue(), within(tolerance));
        assertThat(running.value()).isCloseTo(exact.doubleValue(), within(tolerance));
    }

    private static org.assertj.core.data.Offset<Double> within(double tolerance) {
        return org.assertj.core.api.Assertions.within(tolerance);
    }
}
