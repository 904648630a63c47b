package io.quantumleap.analytics.construction.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.construction.ReferenceTable;
import io.quantumleap.analytics.measure.Estimator;
import io.quantumleap.analytics.measure.Reason;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CovarianceEstimatorsTest {

    private static final double[][] RETURNS = ReferenceTable.read("returns.csv");
    private static final double[] SHRINKAGES = ReferenceTable.read("shrinkages.csv")[0];

    static Stream<Function<double[][], CovarianceEstimate>> estimators() {
        return Stream.of(
                returns -> SampleCovariance.of(returns, Estimator.SAMPLE),
                returns -> ExponentialCovariance.of(returns, 0.94, ExponentialCovariance.Centre.ZERO),
                LedoitWolfIdentity::of,
                LedoitWolfConstantCorrelation::of);
    }

    @Test
    void sampleCovarianceAgreesWithNumpy() {
        assertAgrees(SampleCovariance.of(RETURNS, Estimator.SAMPLE), "sample_covariance.csv");
    }

    @Test
    void populationCovarianceDividesByAllPeriods() {
        double[][] series = {{1, 2, 3, 4}, {2, 1, 4, 3}};
        CovarianceMatrix matrix =
                SampleCovariance.of(series, Estimator.POPULATION).orElseThrow();
        assertThat(matrix.toArray()).isDeepEqualTo(new double[][] {{1.25, 0.75}, {0.75, 1.25}});
    }

    @Test
    void shrinkageToTheIdentityAgreesWithScikitLearn() {
        CovarianceEstimate estimate = LedoitWolfIdentity.of(RETURNS);
        assertAgrees(estimate, "ledoit_wolf_identity.csv");
        assertThat(shrinkage(estimate)).isCloseTo(SHRINKAGES[0], within(1e-11));
    }

    @Test
    void shrinkageToConstantCorrelationAgreesWithTheFormulaWrittenOut() {
        CovarianceEstimate estimate = LedoitWolfConstantCorrelation.of(RETURNS);
        assertAgrees(estimate, "ledoit_wolf_constant_correlation.csv");
        assertThat(shrinkage(estimate)).isCloseTo(SHRINKAGES[1], within(1e-11));
    }

    @Test
    void shrinkageWorksWithFewerPeriodsThanAssets() {
        double[][] few =
                Arrays.stream(RETURNS).map(series -> Arrays.copyOf(series, 6)).toArray(double[][]::new);
        assertAgrees(LedoitWolfIdentity.of(few), "ledoit_wolf_identity_6_periods.csv");
        assertAgrees(LedoitWolfConstantCorrelation.of(few), "ledoit_wolf_constant_correlation_6_periods.csv");
        assertThat(shrinkage(LedoitWolfIdentity.of(few))).isCloseTo(SHRINKAGES[2], within(1e-11));
        assertThat(shrinkage(LedoitWolfConstantCorrelation.of(few))).isEqualTo(1);
    }

    @Test
    void exponentialCovarianceAgreesWithNumpyForBothCentres() {
        assertAgrees(ExponentialCovariance.of(RETURNS, 0.94, ExponentialCovariance.Centre.ZERO), "ewma_zero.csv");
        assertAgrees(
                ExponentialCovariance.of(RETURNS, 0.94, ExponentialCovariance.Centre.WEIGHTED_MEAN), "ewma_mean.csv");
    }

    @Test
    void exponentialCovarianceWithoutDecayIsThePopulationCovariance() {
        CovarianceMatrix plain =
                SampleCovariance.of(RETURNS, Estimator.POPULATION).orElseThrow();
        CovarianceMatrix weighted = ExponentialCovariance.of(RETURNS, 1, ExponentialCovariance.Centre.WEIGHTED_MEAN)
                .orElseThrow();
        assertClose(weighted, plain.toArray());
    }

    @Test
    void twoAssetsAlreadyHaveConstantCorrelation() {
        double[][] two = {RETURNS[0], RETURNS[1]};
        CovarianceMatrix plain = SampleCovariance.of(two, Estimator.POPULATION).orElseThrow();
        assertClose(LedoitWolfConstantCorrelation.of(two).orElseThrow(), plain.toArray());
    }

    @Test
    void oneAssetIsItsVariance() {
        double[][] one = {{0.01, 0.03, -0.01}};
        assertThat(LedoitWolfIdentity.of(one).orElseThrow().variance(0)).isCloseTo(8e-4 / 3, within(1e-18));
        assertThat(LedoitWolfConstantCorrelation.of(one).orElseThrow().variance(0))
                .isCloseTo(8e-4 / 3, within(1e-18));
    }

    @Test
    void constantSeriesHasZeroCovarianceButNoCorrelationToShrinkTo() {
        double[][] withConstant = {RETURNS[0], constant(0.1)};
        CovarianceMatrix matrix =
                SampleCovariance.of(withConstant, Estimator.SAMPLE).orElseThrow();
        assertThat(matrix.at(1, 1)).isZero();
        assertThat(matrix.at(0, 1)).isZero();
        assertThat(LedoitWolfConstantCorrelation.of(withConstant))
                .isEqualTo(new CovarianceEstimate.Unavailable(Reason.NO_VARIATION, OptionalInt.of(1)));
    }

    @ParameterizedTest
    @MethodSource("estimators")
    void namesTheAssetThatIsNotFinite(Function<double[][], CovarianceEstimate> estimator) {
        for (double poison : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[][] returns = {RETURNS[0], RETURNS[1].clone()};
            returns[1][17] = poison;
            assertThat(estimator.apply(returns))
                    .isEqualTo(new CovarianceEstimate.Unavailable(Reason.NOT_FINITE, OptionalInt.of(1)));
        }
    }

    @ParameterizedTest
    @MethodSource("estimators")
    void refusesNoPeriodsAndHugeReturns(Function<double[][], CovarianceEstimate> estimator) {
        assertThat(estimator.apply(new double[2][0]))
                .isEqualTo(new CovarianceEstimate.Unavailable(Reason.NO_OBSERVATIONS, OptionalInt.empty()));
        double[][] huge = {{1e200, -1e200, 3e200}, {1, 2, 4}};
        assertThat(estimator.apply(huge)).isInstanceOf(CovarianceEstimate.Unavailable.class);
    }

    @Test
    void onePeriodIsTooFewForASample() {
        assertThat(SampleCovariance.of(new double[][] {{0.1}}, Estimator.SAMPLE))
                .isEqualTo(new CovarianceEstimate.Unavailable(Reason.TOO_FEW_OBSERVATIONS, OptionalInt.empty()));
    }

    @Test
    void refusesNoAssetsAndSeriesOfDifferentLength() {
        assertThatThrownBy(() -> LedoitWolfIdentity.of(new double[0][])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LedoitWolfIdentity.of(new double[][] {{1, 2}, {1}}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void matrixRefusesWhatIsNoCovariance() {
        assertThatThrownBy(() -> CovarianceMatrix.of(new double[][] {{1, 2}, {3, 4}}))
                .hasMessageContaining("symmetric");
        assertThatThrownBy(() -> CovarianceMatrix.of(new double[][] {{-1}})).hasMessageContaining("negative");
        assertThatThrownBy(() -> CovarianceMatrix.of(new double[][] {{Double.NaN}}))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> CovarianceMatrix.of(new double[][] {{1, 0}})).hasMessageContaining("square");
    }

    private static double[] constant(double value) {
        double[] series = new double[RETURNS[0].length];
        Arrays.fill(series, value);
        return series;
    }

    private static double shrinkage(CovarianceEstimate estimate) {
        return ((CovarianceEstimate.Estimated) estimate).shrinkage();
    }

    private static void assertAgrees(CovarianceEstimate estimate, String file) {
        assertClose(estimate.orElseThrow(), ReferenceTable.read(file));
    }

    private static void assertClose(CovarianceMatrix matrix, double[][] expected) {
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected.length; j++) {
                double scale = Math.sqrt(expected[i][i] * expected[j][j]);
                assertThat(matrix.at(i, j)).as("entry %d, %d", i, j).isCloseTo(expected[i][j], within(1e-12 * scale));
            }
        }
    }
}
