package io.quantumleap.analytics.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quantumleap.analytics.benchmark.BenchmarkConventions;
import io.quantumleap.analytics.benchmark.BenchmarkReport;
import io.quantumleap.analytics.benchmark.Capture;
import io.quantumleap.analytics.benchmark.CaptureMethod;
import io.quantumleap.analytics.benchmark.RelativeRatios;
import io.quantumleap.analytics.measure.CoMoments;
import io.quantumleap.analytics.measure.Estimator;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Moments;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.returns.Returns;
import io.quantumleap.analytics.risk.DownsideDivisor;
import io.quantumleap.analytics.risk.ParametricTail;
import io.quantumleap.analytics.risk.PartialMoments;
import io.quantumleap.analytics.risk.Ratios;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.risk.RiskReport;
import io.quantumleap.analytics.risk.WinLoss;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What other tools give where their conventions are ours, or can be asked for: to the digits that they print. */
class PeerValuesTest {

    private static final double RELATIVE = 1e-10;

    private final List<DynamicTest> tests = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> agreesWithItsPeers() throws IOException {
        for (Map.Entry<String, Object> series : ReferenceFiles.object(
                        ReferenceFiles.json("expected_metrics.json").get("series"))
                .entrySet()) {
            Map<String, Object> block = ReferenceFiles.object(series.getValue());
            String file = String.valueOf(block.get("input"));
            if (ReferenceFiles.exists(file)) {
                new Series(series.getKey(), file, ReferenceFiles.object(block.get("reference"))).compare(block);
            }
        }
        return tests.stream();
    }

    private final class Series {

        private final String name;
        private final double[] returns;
        private final double[] bench;
        private final PeriodsPerYear periods;

        Series(String name, String file, Map<String, Object> reference) throws IOException {
            this.name = name;
            this.returns = ReferenceFiles.column(file, "ret");
            this.bench = ReferenceFiles.column(file, "bench");
            this.periods = new PeriodsPerYear((double) reference.get("periods_per_year"));
        }

        void compare(Map<String, Object> block) {
            risk(ReferenceFiles.object(block.get("performanceanalytics")));
            relative(ReferenceFiles.object(block.get("performanceanalytics")));
            python(
                    ReferenceFiles.object(block.get("empyrical_reloaded")),
                    ReferenceFiles.object(block.get("quantstats")));
        }

        private void risk(Map<String, Object> expected) {
            RiskConventions conventions = RiskConventions.usual(periods);
            RiskReport report = RiskReport.of(returns, conventions);
            Moments moments = Moments.of(returns);
            PartialMoments around = PartialMoments.of(returns, 0);
            double factor = periods.dispersionFactor();
            check(expected, "cum_return", report.cumulativeReturn());
            check(expected, "cagr", report.compoundAnnualGrowthRate());
            check(expected, "ann_vol", report.volatility());
            check(expected, "sharpe_arithmetic_annualized", report.sharpe());
            check(
                    expected,
                    "sharpe_geometric_annualized",
                    Ratios.geometricSharpe(report.compoundAnnualGrowthRate(), 0, report.volatility()));
            check(expected, "sharpe_per_period", report.sharpe().map(x -> x / factor));
            check(expected, "sortino_per_period", report.sortino().map(x -> x / factor));
            check(expected, "downside_dev_full", around.downsideDeviation(DownsideDivisor.ALL_OBSERVATIONS));
            check(expected, "downside_dev_subset", around.downsideDeviation(DownsideDivisor.OBSERVATIONS_BELOW_TARGET));
            check(expected, "max_drawdown", report.drawdowns().maximum().map(Math::abs));
            check(expected, "calmar", report.calmar());
            check(expected, "var95_hist", report.valueAtRisk());
            check(expected, "es95_hist", report.expectedShortfall());
            ParametricTail gaussian = ParametricTail.gaussian(moments, Estimator.POPULATION, 0.95);
            check(expected, "var95_gaussian", gaussian.valueAtRisk());
            check(expected, "es95_gaussian", gaussian.expectedShortfall());
            check(
                    expected,
                    "var95_cornish_fisher",
                    ParametricTail.cornishFisher(moments, Estimator.POPULATION, 0.95)
                            .valueAtRisk());
            check(expected, "skew_moment", moments.skewness());
            check(expected, "kurt_excess_moment", moments.excessKurtosis());
            check(expected, "kurt_sample_excess", moments.sampleExcessKurtosis());
            check(expected, "omega_L0", around.omega());
            check(expected, "ulcer_index", report.drawdowns().ulcerIndex());
            check(expected, "pain_index", report.drawdowns().painIndex());
            check(
                    expected,
                    "average_drawdown",
                    report.drawdowns().averageDepth().map(Math::abs));
        }

        private void relative(Map<String, Object> expected) {
            CoMoments together = CoMoments.of(returns, bench);
            BenchmarkReport report = BenchmarkReport.of(returns, bench, BenchmarkConventions.usual(periods));
            Measure growth = Returns.compoundAnnualGrowthRate(returns, periods);
            Measure benchGrowth = Returns.compoundAnnualGrowthRate(bench, periods);
            Capture capture = Capture.of(returns, bench, CaptureMethod.CUMULATIVE, periods);
            check(expected, "beta", report.beta());
            check(expected, "alpha_per_period", report.alphaPerPeriod());
            check(expected, "correlation", report.correlation());
            check(expected, "tracking_error_annualized", report.trackingError());
            check(
                    expected,
                    "jensen_alpha_annualized",
                    RelativeRatios.jensenAlpha(growth, benchGrowth, 0, together.beta()));
            check(expected, "treynor", RelativeRatios.treynor(growth, 0, together.beta()));
            check(expected, "active_premium", RelativeRatios.activePremium(growth, benchGrowth));
            check(
                    expected,
                    "information_ratio",
                    RelativeRatios.informationRatio(
                            RelativeRatios.activePremium(growth, benchGrowth), report.trackingError()));
            check(expected, "up_capture", capture.up());
            check(
                    expected,
                    "beta_bull",
                    RelativeRatios.whenRising(returns, bench).beta());
            if (Arrays.stream(bench).allMatch(rate -> rate != 0)) {
                // PerformanceAnalytics counts a flat benchmark as falling; we count it as neither.
                check(expected, "down_capture", capture.down());
                check(
                        expected,
                        "beta_bear",
                        RelativeRatios.whenFalling(returns, bench).beta());
            }
        }

        private void python(Map<String, Object> empyrical, Map<String, Object> quantstats) {
            Capture capture = Capture.of(returns, bench, CaptureMethod.GEOMETRIC, periods);
            WinLoss winLoss = WinLoss.of(returns);
            check(empyrical, "tail_ratio", Ratios.tail(returns));
            check(empyrical, "stability_of_timeseries", Ratios.stability(returns));
            check(empyrical, "up_capture", capture.up());
            check(empyrical, "down_capture", capture.down());
            check(quantstats, "win_rate (zeros excluded)", winLoss.winRate());
            check(quantstats, "profit_factor", winLoss.profitFactor());
            check(quantstats, "kelly_criterion", winLoss.kelly());
            check(
                    quantstats,
                    "value_at_risk (GAUSSIAN)",
                    ParametricTail.gaussian(Moments.of(returns), Estimator.SAMPLE, 0.95)
                            .valueAtRisk());
        }

        private void check(Map<String, Object> expected, String key, Measure actual) {
            tests.add(dynamicTest(name + " " + key, () -> {
                double number = (double) expected.get(key);
                assertThat(actual.orElseThrow()).isCloseTo(number, within(RELATIVE * Math.abs(number) + 1e-15));
            }));
        }
    }
}
