package io.quantumleap.analytics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values from scipy 1.17.1: norm.cdf, norm.ppf, 2 * t.sf and gammaln. */
class DistributionsTest {

    @ParameterizedTest
    @CsvSource({
        "-37.0, 5.7255712225239266e-300",
        "-8.5, 9.47953482220325e-18",
        "-5.0, 2.866515718791933e-07",
        "-2.0001, 0.022744733391410532",
        "-2.0, 0.022750131948179195",
        "-1.3, 0.09680048458561036",
        "-0.1, 0.460172162722971",
        "0.0, 0.5",
        "0.7, 0.758036347776927",
        "1.96, 0.9750021048517795",
        "2.5, 0.9937903346742238",
        "6.0, 0.9999999990134123"
    })
    void cumulativeNormalAgreesWithScipy(double x, double expected) {
        assertRelative(NormalDistribution.cumulative(x), expected, 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "1e-300, -37.0470962993612",
        "1e-12, -7.034483825301131",
        "0.001, -3.090232306167813",
        "0.025, -1.9599639845400545",
        "0.3, -0.5244005127080409",
        "0.5, 0.0",
        "0.8, 0.8416212335729143",
        "0.975, 1.959963984540054",
        "0.9999, 3.719016485455709",
        "0.999999999999, 7.0344869100478356"
    })
    void normalQuantileAgreesWithScipy(double p, double expected) {
        assertRelative(NormalDistribution.quantile(p), expected, 1e-13);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 3.0, 1.0",
        "0.5, 1.0, 0.7048327646991335",
        "1.0, 2.5, 0.40406102727827364",
        "2.2281388519649385, 10.0, 0.05000000000180864",
        "-3.3, 7.7, 0.011457503778682675",
        "12.0, 4.0, 0.000276428548502973",
        "1.5, 250.0, 0.13487619070734297",
        "5.0, 10000.0, 5.830326613662659e-07",
        "40.0, 60.0, 5.755480486627385e-45",
        "0.01, 30.0, 0.9920874925731777"
    })
    void studentTailsAgreeWithScipy(double t, double degrees, double expected) {
        assertRelative(StudentDistribution.beyond(t, degrees), expected, 1e-11);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5723649429247",
        "1.25, -0.09827183642181311",
        "5, 3.1780538303479458",
        "100.5, 361.43554046777757"
    })
    void logGammaAgreesWithScipy(double z, double expected) {
        assertThat(StudentDistribution.logGamma(z)).isCloseTo(expected, within(1e-12));
    }

    @Property
    void quantileIsTheInverseOfTheCumulative(@ForAll @DoubleRange(min = 0.01, max = 30) double digits) {
        double p = Math.pow(10, -digits);
        assertRelative(NormalDistribution.cumulative(NormalDistribution.quantile(p)), p, 1e-13);
    }

    @Test
    void endsAreInfiniteAndNothingBeyondIsAccepted() {
        assertThat(NormalDistribution.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(NormalDistribution.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(NormalDistribution.cumulative(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(NormalDistribution.cumulative(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(NormalDistribution.cumulative(Double.NaN)).isNaN();
        assertThat(StudentDistribution.beyond(Double.POSITIVE_INFINITY, 3)).isZero();
        assertThatThrownBy(() -> NormalDistribution.quantile(1.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NormalDistribution.quantile(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StudentDistribution.beyond(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertRelative(double actual, double expected, double tolerance) {
        assertThat(actual).isCloseTo(expected, within(expected == 0 ? 1e-17 : tolerance * Math.abs(expected)));
    }
}
