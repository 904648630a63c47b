package io.quantumleap.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.distribution.NormalDistribution;
import io.quantumleap.analytics.measure.Estimator;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Moments;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.QuantileType;
import io.quantumleap.analytics.measure.Reason;
import org.junit.jupiter.api.Test;

class RatiosTest {

    private static final RiskConventions MONTHLY = RiskConventions.usual(PeriodsPerYear.MONTHLY);

    /** Four months: mean 0.02, squared deviations 0.0026, one loss. */
    private static final double[] WORKED = {0.05, -0.02, 0.03, 0.02};

    private static final double[] RISING = {0.01, 0.02};

    @Test
    void drawdownRatiosByHand() {
        Measure growth = Measure.of(0.12);
        assertClose(Ratios.calmar(growth, Measure.of(-0.3)), 0.4);
        assertClose(Ratios.sterling(growth, Measure.of(-0.3), 0.1), 0.3);
        assertClose(Ratios.burke(growth, new double[] {-0.3, -0.4}), 0.24);
        assertClose(Ratios.martin(growth, Measure.of(0.06)), 2);
        assertClose(Ratios.pain(growth, Measure.of(0.04)), 3);
        assertThat(Ratios.burke(growth, new double[0])).isEqualTo(Measure.unavailable(Reason.NO_DRAWDOWN));
        assertThat(Ratios.calmar(growth, Measure.of(0))).isEqualTo(Measure.unavailable(Reason.NO_DRAWDOWN));
        assertThat(Ratios.martin(growth, Measure.of(0))).isEqualTo(Measure.unavailable(Reason.NO_DRAWDOWN));
        assertThat(Ratios.calmar(Measure.unavailable(Reason.NOT_FINITE), Measure.of(-1)))
                .isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        assertThat(Ratios.sterling(growth, Measure.unavailable(Reason.NOT_FINITE), 0.1))
                .isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
    }

    @Test
    void partialMomentRatiosByHand() {
        assertClose(Ratios.kappa(WORKED, 0, 1), 0.02 / (0.02 / 4));
        assertClose(Ratios.kappa(WORKED, 0, 2), 0.02 / 0.01);
        assertClose(Ratios.kappa(WORKED, 0, 3), 0.02 / Math.cbrt(0.000008 / 4));
        assertClose(Ratios.gainToPain(PartialMoments.of(WORKED, 0)), 0.08 / 0.02);
        assertClose(Ratios.dRatio(PartialMoments.of(WORKED, 0)), 1 * 0.02 / (3 * 0.10));
        assertThat(Ratios.kappa(RISING, 0, 2)).isEqualTo(Measure.unavailable(Reason.NO_DOWNSIDE));
        assertThat(Ratios.dRatio(PartialMoments.of(RISING, 0))).isEqualTo(Measure.of(0));
        assertThat(Ratios.dRatio(PartialMoments.of(new double[] {-0.1}, 0)))
                .isEqualTo(Measure.unavailable(Reason.NO_UPSIDE));
        assertThat(Ratios.dRatio(PartialMoments.of(new double[0], 0)))
                .isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
        assertThat(Ratios.kappa(new double[] {Double.NaN}, 0, 2)).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        assertThat(Ratios.kappa(new double[0], 0, 2)).isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
        assertThatThrownBy(() -> Ratios.kappa(WORKED, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tailAndCommonSenseByHand() {
        // Sorted -0.02, 0.02, 0.03, 0.05: 0.15 of a step from either end.
        assertClose(Ratios.tail(WORKED), (0.05 - 0.15 * 0.02) / (0.02 - 0.15 * 0.04));
        assertClose(Ratios.commonSense(Measure.of(3), Measure.of(2)), 6);
        assertThat(Ratios.commonSense(Measure.of(3), Measure.unavailable(Reason.NO_DOWNSIDE)))
                .isEqualTo(Measure.unavailable(Reason.NO_DOWNSIDE));
        assertThat(Ratios.tail(new double[0])).isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
    }

    @Test
    void sharpeVariantsByHand() {
        Moments moments = Moments.of(WORKED);
        double sharpe = 0.02 / Math.sqrt(0.0026 / 3);
        double skewness = (0.000027 - 0.000064 + 0.000001) / 4 / Math.pow(0.0026 / 4, 1.5);
        double kurtosis = (0.00000081 + 0.00000256 + 0.00000001) / 4 / Math.pow(0.0026 / 4, 2);
        assertClose(
                Ratios.adjustedSharpe(moments, MONTHLY),
                sharpe * (1 + skewness / 6 * sharpe - (kurtosis - 3) / 24 * sharpe * sharpe));
        double spread = Math.sqrt(1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe);
        assertClose(
                Ratios.probabilisticSharpe(moments, MONTHLY, 0.1),
                NormalDistribution.cumulative((sharpe - 0.1) * Math.sqrt(3) / spread));
        assertThat(Ratios.probabilisticSharpe(Moments.of(new double[] {1, 1}), MONTHLY, 0))
                .isEqualTo(Measure.unavailable(Reason.NO_VARIATION));
    }

    @Test
    void theOtherConventionsByHand() {
        Moments moments = Moments.of(WORKED);
        assertClose(Ratios.sharpePerPeriod(moments, Estimator.POPULATION, 0.005), 0.015 / Math.sqrt(0.0026 / 4));
        assertClose(Ratios.geometricSharpe(Measure.of(0.12), 0.02, Measure.of(0.25)), 0.4);
        assertThat(Ratios.geometricSharpe(Measure.of(0.12), 0.02, Measure.of(0)))
                .isEqualTo(Measure.unavailable(Reason.NO_VARIATION));
        assertClose(Ratios.continuousKelly(moments, Estimator.SAMPLE, 0.005), 0.015 / (0.0026 / 3));
        assertThat(Ratios.continuousKelly(Moments.NONE, Estimator.SAMPLE, 0))
                .isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
        // Sorted -0.02, 0.02, 0.03, 0.05; a quarter is three quarters of the first step.
        assertClose(Ratios.tail(WORKED, 0.25, QuantileType.LINEAR), 0.035 / 0.01);
        assertThat(Ratios.probabilityAbove(0, 0.1, 1, 0, 3))
                .isEqualTo(Measure.unavailable(Reason.TOO_FEW_OBSERVATIONS));
        assertThat(Ratios.probabilityAbove(0, 2, 10, 3, 3)).isEqualTo(Measure.unavailable(Reason.NO_VARIATION));
    }

    @Test
    void stabilityIsPerfectForSteadyGrowthAndSaysWhenItCannotBe() {
        assertClose(Ratios.stability(new double[] {0.01, 0.01, 0.01, 0.01}), 1);
        // Levels ln 2, 0, ln 2: no slope at all.
        assertThat(Ratios.stability(new double[] {1, -0.5, 1}).orElseThrow()).isCloseTo(0, within(1e-15));
        assertThat(Ratios.stability(new double[] {0.1, -1})).isEqualTo(Measure.unavailable(Reason.TOTAL_LOSS));
        assertThat(Ratios.stability(new double[] {0.1, -2})).isEqualTo(Measure.unavailable(Reason.BELOW_TOTAL_LOSS));
        assertThat(Ratios.stability(new double[] {0.1})).isEqualTo(Measure.unavailable(Reason.TOO_FEW_OBSERVATIONS));
        assertThat(Ratios.stability(new double[] {0.1, Double.NaN})).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
    }

    @Test
    void otherDispersionByHand() {
        assertClose(Ratios.meanAbsoluteDeviation(WORKED), (0.03 + 0.04 + 0.01) / 4);
        assertThat(Ratios.meanAbsoluteDeviation(new double[0])).isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
        Moments moments = Moments.of(WORKED);
        assertClose(
                Ratios.skewnessKurtosis(moments),
                moments.skewness().orElseThrow() / (moments.excessKurtosis().orElseThrow() + 3));
    }

    @Test
    void winsAndLossesByHand() {
        WinLoss winLoss = WinLoss.of(new double[] {0.02, 0.04, 0, 0.03, -0.01, -0.02, -0.03, 0.01});
        assertThat(winLoss.wins()).isEqualTo(4);
        assertThat(winLoss.losses()).isEqualTo(3);
        assertClose(winLoss.winRate(), 4.0 / 7);
        assertClose(winLoss.averageWin(), 0.025);
        assertClose(winLoss.averageLoss(), -0.02);
        assertClose(winLoss.payoff(), 1.25);
        assertClose(winLoss.profitFactor(), 0.10 / 0.06);
        assertClose(winLoss.kelly(), 4.0 / 7 - 3.0 / 7 / 1.25);
        assertThat(winLoss.longestWinningStreak()).isEqualTo(2);
        assertThat(winLoss.longestLosingStreak()).isEqualTo(3);
        assertThat(WinLoss.of(RISING).payoff()).isEqualTo(Measure.unavailable(Reason.NO_DOWNSIDE));
        assertThat(WinLoss.of(RISING).kelly()).isEqualTo(Measure.unavailable(Reason.NO_DOWNSIDE));
        assertThat(WinLoss.of(new double[] {-0.1}).payoff()).isEqualTo(Measure.unavailable(Reason.NO_UPSIDE));
        assertThat(WinLoss.of(new double[] {0}).winRate()).isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
        assertThat(WinLoss.of(new double[] {Double.NaN}).winRate()).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
    }

    @Test
    void gaussianTailByHand() {
        ParametricTail tail = ParametricTail.gaussian(Moments.of(WORKED), Estimator.SAMPLE, 0.95);
        double sd = Math.sqrt(0.0026 / 3);
        assertClose(tail.valueAtRisk(), 0.02 - 1.6448536269514722 * sd);
        assertClose(tail.expectedShortfall(), 0.02 - 2.0627128075074257 * sd);
        assertThat(ParametricTail.gaussian(Moments.NONE, Estimator.SAMPLE, 0.95).valueAtRisk())
                .isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
    }

    @Test
    void cornishFisherWithoutSkewnessAndKurtosisIsGaussian() {
        // Moments of a normal distribution: third zero, fourth three times the square of the second.
        Moments normal = new Moments(1_000, 0.001, 0.1, 0, 3 * 0.1 * 0.1 / 1_000, -1, 1);
        ParametricTail gaussian = ParametricTail.gaussian(normal, Estimator.POPULATION, 0.99);
        ParametricTail expanded = ParametricTail.cornishFisher(normal, Estimator.POPULATION, 0.99);
        assertClose(expanded.valueAtRisk(), gaussian.valueAtRisk().orElseThrow());
        assertClose(expanded.expectedShortfall(), gaussian.expectedShortfall().orElseThrow());
    }

    @Test
    void edgeworthShortfallIsTheMeanUnderItsDensity() {
        double skewness = -0.4;
        double kurtosis = 1.2;
        double n = 1_000;
        Moments moments = new Moments(1_000, 0, n, skewness * n, (kurtosis + 3) * n, -9, 9);
        ParametricTail tail = ParametricTail.cornishFisher(moments, Estimator.POPULATION, 0.95);
        double limit = tail.valueAtRisk().orElseThrow();
        // Simpson's rule over the density, from far out.
        int steps = 200_000;
        double from = -12;
        double width = (limit - from) / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double z = from + i * width;
            double he3 = z * z * z - 3 * z;
            double he4 = Math.pow(z, 4) - 6 * z * z + 3;
            double he6 = Math.pow(z, 6) - 15 * Math.pow(z, 4) + 45 * z * z - 15;
            double density = NormalDistribution.density(z)
                    * (1 + skewness / 6 * he3 + kurtosis / 24 * he4 + skewness * skewness / 72 * he6);
            sum += (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2) * z * density;
        }
        assertThat(tail.expectedShortfall().orElseThrow()).isCloseTo(sum * width / 3 / 0.05, within(1e-10));
    }

    private static void assertClose(Measure measure, double expected) {
        assertThat(measure.orElseThrow()).isCloseTo(expected, within(1e-13 * Math.max(1, Math.abs(expected))));
    }
}
