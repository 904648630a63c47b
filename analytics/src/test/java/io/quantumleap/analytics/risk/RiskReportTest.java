package io.quantumleap.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.measure.Estimator;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.QuantileType;
import io.quantumleap.analytics.measure.Reason;
import org.junit.jupiter.api.Test;

class RiskReportTest {

    private static final RiskConventions MONTHLY = RiskConventions.usual(PeriodsPerYear.MONTHLY);

    /** Four months worked by hand: mean 0.02, squared deviations 0.0009 + 0.0016 + 0.0001 + 0 = 0.0026. */
    private static final double[] WORKED = {0.05, -0.02, 0.03, 0.02};

    @Test
    void measuresFourMonthsByHand() {
        RiskReport report = RiskReport.of(WORKED, MONTHLY);
        double wealth = 1.05 * 0.98 * 1.03 * 1.02;
        assertClose(report.cumulativeReturn(), wealth - 1);
        assertClose(report.compoundAnnualGrowthRate(), Math.pow(wealth, 3) - 1);
        assertClose(report.volatility(), Math.sqrt(0.0026 / 3 * 12));
        assertClose(report.sharpe(), 0.02 / Math.sqrt(0.0026 / 3) * Math.sqrt(12));
        assertClose(report.downsideDeviation(), Math.sqrt(0.0004 / 4 * 12));
        assertClose(report.sortino(), 0.02 / 0.01 * Math.sqrt(12));
        assertClose(report.drawdowns().maximum(), -0.02);
        assertClose(report.calmar(), (Math.pow(wealth, 3) - 1) / 0.02);
        assertClose(report.omega(), 0.10 / 0.02);
        // Sorted -0.02, 0.02, ..: 5 % of the way over three steps is 0.15 of the first.
        assertClose(report.valueAtRisk(), -0.02 + 0.15 * 0.04);
        assertClose(report.expectedShortfall(), -0.02);
        assertClose(report.best(), 0.05);
        assertClose(report.worst(), -0.02);
        assertClose(report.positiveShare(), 0.75);
        assertThat(report.observations()).isEqualTo(4);
        assertThat(report.conventions()).isEqualTo(MONTHLY);
    }

    @Test
    void conventionsChangeTheNumbersTheyName() {
        assertClose(
                RiskReport.of(WORKED, MONTHLY.withRiskFreeRate(0.01)).sharpe(),
                0.01 / Math.sqrt(0.0026 / 3) * Math.sqrt(12));
        assertClose(
                RiskReport.of(WORKED, MONTHLY.withEstimator(Estimator.POPULATION))
                        .volatility(),
                Math.sqrt(0.0026 / 4 * 12));
        RiskReport above = RiskReport.of(WORKED, MONTHLY.withTarget(0.02));
        assertClose(above.downsideDeviation(), Math.sqrt(0.0016 / 4 * 12));
        assertThat(above.sortino().orElseThrow()).isCloseTo(0, within(1e-15));
        assertClose(above.omega(), 1);
        assertClose(above.positiveShare(), 0.75);
        RiskConventions subset = MONTHLY.withDownsideDivisor(DownsideDivisor.OBSERVATIONS_BELOW_TARGET);
        assertClose(RiskReport.of(WORKED, subset).downsideDeviation(), 0.02 * Math.sqrt(12));
        RiskConventions deciles = MONTHLY.withConfidence(0.5).withQuantileType(QuantileType.INVERSE_EMPIRICAL);
        assertClose(RiskReport.of(WORKED, deciles).valueAtRisk(), 0.02);
        assertClose(RiskReport.of(WORKED, deciles).expectedShortfall(), 0);
    }

    /** The lowest tenth of eleven returns ends exactly at the second lowest, which belongs to the shortfall. */
    @Test
    void theTailIsCutAtTheDecimalThatIsMeant() {
        double[] returns = {-0.5, -0.3, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        RiskReport report = RiskReport.of(returns, MONTHLY.withConfidence(0.9));
        assertThat(report.valueAtRisk()).isEqualTo(Measure.of(-0.3));
        assertThat(report.expectedShortfall()).isEqualTo(Measure.of(-0.4));
    }

    @Test
    void constantReturnsHaveNoRatios() {
        RiskReport report = RiskReport.of(new double[] {0.01, 0.01, 0.01}, MONTHLY);
        assertThat(report.volatility()).isEqualTo(Measure.of(0));
        assertThat(report.sharpe()).isEqualTo(Measure.unavailable(Reason.NO_VARIATION));
        assertThat(report.sortino()).isEqualTo(Measure.unavailable(Reason.NO_DOWNSIDE));
        assertThat(report.calmar()).isEqualTo(Measure.unavailable(Reason.NO_DRAWDOWN));
        assertThat(report.omega()).isEqualTo(Measure.unavailable(Reason.NO_DOWNSIDE));
        assertThat(report.skewness()).isEqualTo(Measure.unavailable(Reason.NO_VARIATION));
        assertThat(report.valueAtRisk()).isEqualTo(Measure.of(0.01));
        assertThat(report.expectedShortfall()).isEqualTo(Measure.of(0.01));
    }

    @Test
    void onePointHasAReturnButNoDispersion() {
        RiskReport report = RiskReport.of(new double[] {-0.01}, MONTHLY);
        assertClose(report.cumulativeReturn(), -0.01);
        assertThat(report.volatility()).isEqualTo(Measure.unavailable(Reason.TOO_FEW_OBSERVATIONS));
        assertThat(report.sharpe()).isEqualTo(Measure.unavailable(Reason.TOO_FEW_OBSERVATIONS));
        assertClose(report.valueAtRisk(), -0.01);
        assertClose(report.drawdowns().maximum(), -0.01);
    }

    @Test
    void noPointHasOneReasonThroughout() {
        assertEverythingIs(RiskReport.of(new double[0], MONTHLY), Reason.NO_OBSERVATIONS);
    }

    @Test
    void notFiniteInputHasOneReasonThroughout() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertEverythingIs(RiskReport.of(new double[] {0.1, bad, -0.2}, MONTHLY), Reason.NOT_FINITE);
        }
    }

    private static void assertEverythingIs(RiskReport report, Reason reason) {
        assertThat(new Measure[] {
                    report.cumulativeReturn(),
                    report.compoundAnnualGrowthRate(),
                    report.volatility(),
                    report.downsideDeviation(),
                    report.sharpe(),
                    report.sortino(),
                    report.calmar(),
                    report.omega(),
                    report.valueAtRisk(),
                    report.expectedShortfall(),
                    report.skewness(),
                    report.excessKurtosis(),
                    report.best(),
                    report.worst(),
                    report.positiveShare(),
                    report.drawdowns().maximum(),
                    report.drawdowns().current(),
                    report.drawdowns().ulcerIndex(),
                    report.drawdowns().painIndex()
                })
                .containsOnly(Measure.unavailable(reason));
    }

    @Test
    void totalLossIsMeasured() {
        RiskReport report = RiskReport.of(new double[] {0.1, -1, 0.1}, MONTHLY);
        assertThat(report.cumulativeReturn()).isEqualTo(Measure.of(-1));
        assertThat(report.compoundAnnualGrowthRate()).isEqualTo(Measure.of(-1));
        assertThat(report.drawdowns().maximum()).isEqualTo(Measure.of(-1));
        assertThat(report.calmar()).isEqualTo(Measure.of(-1));
    }

    @Test
    void belowTotalLossOnlyDispersionIsMeasured() {
        RiskReport report = RiskReport.of(new double[] {0.1, -1.5, 0.1}, MONTHLY);
        assertThat(report.cumulativeReturn()).isEqualTo(Measure.unavailable(Reason.BELOW_TOTAL_LOSS));
        assertThat(report.drawdowns().maximum()).isEqualTo(Measure.unavailable(Reason.BELOW_TOTAL_LOSS));
        assertThat(report.calmar()).isEqualTo(Measure.unavailable(Reason.BELOW_TOTAL_LOSS));
        assertThat(report.volatility().available()).isTrue();
    }

    @Test
    void refusesConventionsThatMeanNothing() {
        assertThatThrownBy(() -> MONTHLY.withConfidence(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MONTHLY.withTarget(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PeriodsPerYear(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertClose(Measure measure, double expected) {
        assertThat(measure.orElseThrow()).isCloseTo(expected, within(1e-13 * Math.max(1, Math.abs(expected))));
    }
}
