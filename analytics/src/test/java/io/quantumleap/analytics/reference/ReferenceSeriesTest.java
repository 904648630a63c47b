package io.quantumleap.analytics.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quantumleap.analytics.benchmark.BenchmarkConventions;
import io.quantumleap.analytics.benchmark.BenchmarkReport;
import io.quantumleap.analytics.calendar.CalendarPeriod;
import io.quantumleap.analytics.calendar.CalendarReturns;
import io.quantumleap.analytics.calendar.PeriodReturn;
import io.quantumleap.analytics.drawdown.Drawdown;
import io.quantumleap.analytics.drawdown.DrawdownAnalysis;
import io.quantumleap.analytics.measure.Annualisation;
import io.quantumleap.analytics.measure.CompensatedSum;
import io.quantumleap.analytics.measure.Estimator;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Moments;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.returns.Returns;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.risk.RiskReport;
import io.quantumleap.analytics.rolling.RollingDispersion;
import io.quantumleap.analytics.rolling.RollingSeries;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every value of the {@code reference} blocks that independent code computed, at 1e-10 relative. */
class ReferenceSeriesTest {

    private static final double RELATIVE_PERCENT = 1e-8;

    private final List<DynamicTest> tests = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> agreesWithTheReference() throws IOException {
        for (Map.Entry<String, Object> series : ReferenceFiles.object(
                        ReferenceFiles.json("expected_metrics.json").get("series"))
                .entrySet()) {
            Map<String, Object> block = ReferenceFiles.object(series.getValue());
            Map<String, Object> expected = ReferenceFiles.object(block.get("reference"));
            String file = String.valueOf(block.get("input"));
            if (block.get("input") != null && ReferenceFiles.exists(file)) {
                compare(series.getKey(), file, expected);
            }
        }
        return tests.stream();
    }

    private void compare(String series, String file, Map<String, Object> expected) throws IOException {
        double[] returns = ReferenceFiles.column(file, "ret");
        PeriodsPerYear periods = new PeriodsPerYear((double) expected.get("periods_per_year"));
        RiskReport risk = RiskReport.of(returns, RiskConventions.usual(periods));
        Moments moments = Moments.of(returns);
        Check check =
                (name, actual) -> tests.add(dynamicTest(series + " " + name, () -> assertThat(actual.orElseThrow())
                        .isCloseTo((double) expected.get(name), withinPercentage(RELATIVE_PERCENT))));
        check.that("n", Measure.of(risk.observations()));
        check.that("cum_return", risk.cumulativeReturn());
        check.that("cagr", risk.compoundAnnualGrowthRate());
        check.that("mean", moments.arithmeticMean());
        check.that("ann_vol", risk.volatility());
        check.that("sharpe", risk.sharpe());
        check.that("downside_dev_ann", risk.downsideDeviation());
        check.that("sortino", risk.sortino());
        check.that("max_drawdown", risk.drawdowns().maximum());
        check.that("calmar", risk.calmar());
        check.that("var95_hist_linear", risk.valueAtRisk());
        check.that("cvar95_mean_le_var", risk.expectedShortfall());
        check.that("skew_population_g1", risk.skewness());
        check.that("kurt_excess_population_g2", risk.excessKurtosis());
        check.that("skew_sample_G1", moments.sampleSkewness());
        check.that("kurt_excess_sample_G2", moments.sampleExcessKurtosis());
        check.that("ulcer_index", risk.drawdowns().ulcerIndex());
        check.that("pain_index", risk.drawdowns().painIndex());
        check.that("omega_0", risk.omega());
        check.that("hit_rate_gt0", risk.positiveShare());
        check.that("drawdown_count", Measure.of(risk.drawdowns().episodes().size()));
        check.that("longest_underwater_periods", Measure.of(risk.drawdowns().longestLength()));
        tests.add(dynamicTest(series + " top_drawdowns", () -> compareEpisodes(risk.drawdowns(), expected)));
        tests.add(dynamicTest(series + " rolling_sharpe", () -> compareRolling(returns, periods, expected)));
        LocalDate[] dates = ReferenceFiles.dates(file);
        tests.add(dynamicTest(series + " calendar_year_returns", () -> compareYears(dates, returns, expected)));
        if (expected.containsKey("beta")) {
            compareWithBenchmark(returns, ReferenceFiles.column(file, "bench"), periods, check);
        }
        if (expected.containsKey("sharpe_rf_series")) {
            compareWithRiskFreeSeries(returns, file, periods, check);
        }
    }

    private static void compareEpisodes(DrawdownAnalysis actual, Map<String, Object> expected) {
        List<?> top = (List<?>) expected.get("top_drawdowns");
        List<Drawdown> deepest = actual.deepest(top.size());
        assertThat(deepest).hasSize(top.size());
        for (int i = 0; i < top.size(); i++) {
            Map<String, Object> episode = ReferenceFiles.object(top.get(i));
            Drawdown found = deepest.get(i);
            // The reference counts from the first return; the kernel from the start before it.
            assertThat((double) found.peak() - 1).isEqualTo(episode.get("peak_index"));
            assertThat((double) found.trough() - 1).isEqualTo(episode.get("trough_index"));
            assertThat(found.recovered()).isEqualTo(episode.get("recovery_index") != null);
            if (found.recovered()) {
                assertThat((double) found.end() - 1).isEqualTo(episode.get("recovery_index"));
            }
            assertThat(found.depth()).isCloseTo((double) episode.get("depth"), withinPercentage(RELATIVE_PERCENT));
        }
    }

    private static void compareRolling(double[] returns, PeriodsPerYear periods, Map<String, Object> expected) {
        Map<String, Object> rolling = ReferenceFiles.object(expected.get("rolling_sharpe"));
        int window = (int) (double) expected.get("rolling_window");
        RollingSeries sharpe = RollingDispersion.sharpe(returns, window, RiskConventions.usual(periods));
        double[] values = sharpe.values(Double.NaN);
        int lowest = sharpe.lowest().orElseThrow();
        int highest = sharpe.highest().orElseThrow();
        assertThat((double) sharpe.size()).isEqualTo(rolling.get("count"));
        assertThat((double) lowest).isEqualTo(rolling.get("argmin"));
        assertThat((double) highest).isEqualTo(rolling.get("argmax"));
        assertThat(new double[] {
                    values[0], values[values.length - 1], values[lowest], values[highest], CompensatedSum.of(values)
                })
                .containsExactly(
                        new double[] {
                            (double) rolling.get("first"),
                            (double) rolling.get("last"),
                            (double) rolling.get("min"),
                            (double) rolling.get("max"),
                            (double) rolling.get("sum")
                        },
                        within(1e-10));
    }

    private static void compareYears(LocalDate[] dates, double[] returns, Map<String, Object> expected) {
        Map<String, Object> years = ReferenceFiles.object(expected.get("calendar_year_returns"));
        List<PeriodReturn> measured = CalendarReturns.of(dates, returns, CalendarPeriod.YEAR);
        assertThat(measured).hasSize(years.size());
        for (PeriodReturn year : measured) {
            double value = (double) years.get(Integer.toString(year.start().getYear()));
            assertThat(year.value().orElseThrow()).isCloseTo(value, withinPercentage(RELATIVE_PERCENT));
        }
    }

    private static void compareWithBenchmark(double[] returns, double[] bench, PeriodsPerYear periods, Check check) {
        BenchmarkConventions conventions = BenchmarkConventions.usual(periods);
        BenchmarkReport report = BenchmarkReport.of(returns, bench, conventions);
        check.that("beta", report.beta());
        check.that("alpha_per_period", report.alphaPerPeriod());
        check.that("alpha_ann_geometric", report.alpha());
        check.that(
                "alpha_ann_simple",
                BenchmarkReport.of(returns, bench, conventions.withAlphaAnnualisation(Annualisation.ARITHMETIC))
                        .alpha());
        check.that("correlation", report.correlation());
        check.that("r_squared", report.rSquared());
        check.that("tracking_error_ann", report.trackingError());
        check.that("information_ratio_arith_ann", report.informationRatio());
        check.that("bench_cagr", Returns.compoundAnnualGrowthRate(bench, periods));
    }

    private static void compareWithRiskFreeSeries(double[] returns, String file, PeriodsPerYear periods, Check check)
            throws IOException {
        double[] riskFree = ReferenceFiles.column(file, "rf");
        double[] excess = Returns.excess(returns, riskFree);
        double[] benchExcess = Returns.excess(ReferenceFiles.column(file, "bench"), riskFree);
        RiskConventions conventions = RiskConventions.usual(periods).withEstimator(Estimator.SAMPLE);
        check.that("sharpe_rf_series", RiskReport.of(excess, conventions).sharpe());
        BenchmarkReport report = BenchmarkReport.of(excess, benchExcess, BenchmarkConventions.usual(periods));
        check.that("beta_rf_series", report.beta());
        check.that("alpha_rf_series_per_period", report.alphaPerPeriod());
    }

    private interface Check {
        void that(String name, Measure actual);
    }
}
