package io.quantumleap.analytics.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.construction.covariance.CovarianceMatrix;
import io.quantumleap.analytics.measure.Reason;
import org.junit.jupiter.api.Test;

class StressTest {

    private static final double[] EXPOSURES = {600, -200, 400};
    private static final double[][] RETURNS = {
        {0.1, -0.2, 0.05, -0.5, 0.5},
        {0.0, -0.1, 0.1, 0.0, 0.0},
        {0.2, -0.1, 0.0, -0.1, 0.3}
    };

    @Test
    void assetShocksAddUp() {
        StressResult result = HypotheticalStress.ofAssets(EXPOSURES, new double[] {-0.3, -0.4, 0.05})
                .orElseThrow();
        assertThat(result.gain()).isCloseTo(-180 + 80 + 20, within(1e-13));
        assertThat(result.gain(1)).isCloseTo(80, within(1e-13));
        assertThat(result.worstGain()).isEqualTo(result.gain());
    }

    @Test
    void factorShocksWorkThroughSensitivities() {
        double[][] sensitivities = {{1.2, 0}, {1, 0.5}, {0, 2}};
        StressResult result = HypotheticalStress.ofFactors(EXPOSURES, sensitivities, new double[] {-0.2, 0.01})
                .orElseThrow();
        assertThat(result.gain()).isCloseTo(600 * -0.24 - 200 * -0.195 + 400 * 0.02, within(1e-12));
    }

    @Test
    void conditionalShockMovesTheOthersByTheirRegressionOnIt() {
        CovarianceMatrix covariance =
                CovarianceMatrix.of(new double[][] {{0.04, 0.01, 0.02}, {0.01, 0.09, 0}, {0.02, 0, 0.0625}});
        StressResult result = HypotheticalStress.conditional(EXPOSURES, covariance, new int[] {0}, new double[] {-0.2})
                .orElseThrow();
        // Betas 0.25 and 0.5 on the first asset.
        assertThat(result.gain(0)).isEqualTo(-120);
        assertThat(result.gain(1)).isCloseTo(-200 * -0.05, within(1e-13));
        assertThat(result.gain(2)).isCloseTo(400 * -0.1, within(1e-13));
    }

    @Test
    void conditionalShockOnDependentAssetsIsRefused() {
        CovarianceMatrix twins = CovarianceMatrix.of(new double[][] {{0.04, 0.04, 0}, {0.04, 0.04, 0}, {0, 0, 1}});
        assertThat(HypotheticalStress.conditional(EXPOSURES, twins, new int[] {0, 1}, new double[] {-0.1, -0.2}))
                .isEqualTo(new StressAnswer.Unavailable(Reason.COLLINEAR));
    }

    @Test
    void replayCompoundsWithoutTrading() {
        StressResult result = HistoricalStress.replay(EXPOSURES, RETURNS, 1, 4).orElseThrow();
        double first = 0.8 * 1.05 * 0.5 - 1;
        double second = 0.9 * 1.1 - 1;
        double third = 0.9 * 0.9 - 1;
        assertThat(result.gain()).isCloseTo(600 * first - 200 * second + 400 * third, within(1e-12));
        assertThat(result.worstGain()).isEqualTo(result.gain());
        StressResult whole = HistoricalStress.replay(EXPOSURES, RETURNS, 0, 5).orElseThrow();
        assertThat(whole.worstGain()).isLessThan(whole.gain());
    }

    @Test
    void worstStretchesDoNotOverlap() {
        double[] one = {100};
        double[][] returns = {{-0.1, -0.2, 0.3, -0.15, -0.05, 0.1}};
        var worst = HistoricalStress.worst(one, returns, 2, 5);
        assertThat(worst).hasSize(2);
        assertThat(worst.get(0).from()).isZero();
        assertThat(worst.get(0).gain()).isCloseTo(-28, within(1e-12));
        assertThat(worst.get(1).from()).isEqualTo(3);
        assertThat(worst.get(1).gain()).isCloseTo(-19.25, within(1e-12));
        assertThat(HistoricalStress.worst(one, returns, 7, 5)).isEmpty();
    }

    @Test
    void saysWhyThereIsNoResult() {
        double[] one = {1};
        assertThat(HypotheticalStress.ofAssets(one, new double[] {Double.NaN}))
                .isEqualTo(new StressAnswer.Unavailable(Reason.NOT_FINITE));
        assertThat(HypotheticalStress.ofAssets(new double[] {1e300}, new double[] {1e300}))
                .isEqualTo(new StressAnswer.Unavailable(Reason.OUT_OF_RANGE));
        assertThat(HistoricalStress.replay(one, new double[][] {{0.1, -1.2}}, 0, 2))
                .isEqualTo(new StressAnswer.Unavailable(Reason.BELOW_TOTAL_LOSS));
        assertThat(HistoricalStress.replay(one, new double[][] {{0.1}}, 1, 1))
                .isEqualTo(new StressAnswer.Unavailable(Reason.NO_OBSERVATIONS));
        assertThatThrownBy(() -> HistoricalStress.replay(one, new double[][] {{0.1}}, 0, 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HypotheticalStress.ofAssets(one, new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
