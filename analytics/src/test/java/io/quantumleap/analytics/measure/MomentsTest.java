package io.quantumleap.analytics.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MomentsTest {

    /** Worked by hand: 2, 4, 4, 4, 5, 5, 7, 9 has mean 5, squared deviations 32, cubed 42, fourth powers 356. */
    private static final double[] WORKED = {2, 4, 4, 4, 5, 5, 7, 9};

    @Test
    void sumsPowersOfDeviations() {
        assertThat(Moments.of(WORKED)).isEqualTo(new Moments(8, 5, 32, 42, 356, 2, 9));
    }

    @Test
    void derivesEveryMomentMeasure() {
        Moments moments = Moments.of(WORKED);
        assertThat(moments.arithmeticMean()).isEqualTo(Measure.of(5));
        assertThat(moments.standardDeviation(Estimator.POPULATION)).isEqualTo(Measure.of(2));
        assertThat(moments.variance(Estimator.SAMPLE)).isEqualTo(Measure.of(32.0 / 7));
        assertThat(moments.skewness().orElseThrow()).isCloseTo(42.0 / 8 / 8, within(1e-15));
        assertThat(moments.excessKurtosis().orElseThrow()).isCloseTo(356.0 / 8 / 16 - 3, within(1e-15));
        assertThat(moments.sampleSkewness().orElseThrow()).isCloseTo(0.65625 * Math.sqrt(56) / 6, within(1e-15));
        assertThat(moments.sampleExcessKurtosis().orElseThrow())
                .isCloseTo((9 * (356.0 / 128 - 3) + 6) * 7 / (6 * 5), within(1e-14));
    }

    @Test
    void constantSeriesHasExactlyNoVariance() {
        Moments moments = Moments.of(new double[] {0.1, 0.1, 0.1});
        assertThat(moments.mean()).isEqualTo(0.1);
        assertThat(moments.variance(Estimator.SAMPLE)).isEqualTo(Measure.of(0));
        assertThat(moments.skewness()).isEqualTo(Measure.unavailable(Reason.NO_VARIATION));
        assertThat(moments.excessKurtosis()).isEqualTo(Measure.unavailable(Reason.NO_VARIATION));
    }

    @Test
    void emptyAndSingleObservationsHaveReasons() {
        assertThat(Moments.NONE.arithmeticMean()).isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
        assertThat(Moments.of(new double[0])).isEqualTo(Moments.NONE);
        assertThat(Moments.of(new double[] {7}).arithmeticMean()).isEqualTo(Measure.of(7));
        assertThat(Moments.of(new double[] {7}).variance(Estimator.SAMPLE))
                .isEqualTo(Measure.unavailable(Reason.TOO_FEW_OBSERVATIONS));
        assertThat(Moments.of(new double[] {7}).variance(Estimator.POPULATION)).isEqualTo(Measure.of(0));
        assertThat(Moments.of(new double[] {7, 8}).sampleSkewness())
                .isEqualTo(Measure.unavailable(Reason.TOO_FEW_OBSERVATIONS));
    }

    @Test
    void notFiniteInputIsNamed() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            Moments moments = Moments.of(new double[] {1, bad, 3});
            assertThat(moments.arithmeticMean()).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
            assertThat(moments.variance(Estimator.SAMPLE)).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
            assertThat(moments.skewness()).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        }
    }

    @Test
    void overflowIsNotMistakenForBadInput() {
        assertThat(Moments.of(new double[] {1e308, 1e308, 0}).arithmeticMean())
                .isEqualTo(Measure.unavailable(Reason.OUT_OF_RANGE));
    }

    @Test
    void smallVarianceAroundALargeMeanSurvives() {
        double[] shifted = new double[WORKED.length];
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] = WORKED[i] + 1e9;
        }
        assertThat(Moments.of(shifted).variance(Estimator.POPULATION)).isEqualTo(Measure.of(4));
    }

    /** NumAcc1 to NumAcc4 of NIST's Statistical Reference Datasets; the last two are as near as their decimals are to doubles. */
    @Test
    void agreesWithTheCertifiedValuesOfNist() {
        certified(new double[] {10000001, 10000003, 10000002}, 10000002, 1, 0);
        certified(alternating(1.2, 1.1, 1.3), 1.2, 0.1, 1e-14);
        certified(alternating(1000000.2, 1000000.1, 1000000.3), 1000000.2, 0.1, 1e-9);
        certified(alternating(10000000.2, 10000000.1, 10000000.3), 10000000.2, 0.1, 1e-8);
    }

    private static double[] alternating(double first, double odd, double even) {
        double[] numbers = new double[1001];
        numbers[0] = first;
        for (int i = 1; i < numbers.length; i++) {
            numbers[i] = i % 2 == 1 ? odd : even;
        }
        return numbers;
    }

    private static void certified(double[] numbers, double mean, double deviation, double relative) {
        Moments moments = Moments.of(numbers);
        assertThat(moments.mean()).isCloseTo(mean, within(1e-15 * mean));
        assertThat(moments.standardDeviation(Estimator.SAMPLE).orElseThrow())
                .isCloseTo(deviation, within(relative * deviation));
    }
}
