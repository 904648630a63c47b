package io.quantumleap.analytics.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quantumleap.analytics.benchmark.BenchmarkConventions;
import io.quantumleap.analytics.benchmark.BenchmarkReport;
import io.quantumleap.analytics.benchmark.Capture;
import io.quantumleap.analytics.benchmark.CaptureMethod;
import io.quantumleap.analytics.benchmark.RelativeRatios;
import io.quantumleap.analytics.calendar.CalendarPeriod;
import io.quantumleap.analytics.calendar.CalendarReturns;
import io.quantumleap.analytics.calendar.PeriodReturn;
import io.quantumleap.analytics.drawdown.Drawdown;
import io.quantumleap.analytics.drawdown.DrawdownAnalysis;
import io.quantumleap.analytics.drawdown.Drawdowns;
import io.quantumleap.analytics.measure.Annualisation;
import io.quantumleap.analytics.measure.CoMoments;
import io.quantumleap.analytics.measure.Estimator;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Moments;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.QuantileType;
import io.quantumleap.analytics.measure.Quantiles;
import io.quantumleap.analytics.measure.Wealth;
import io.quantumleap.analytics.regression.LeastSquares;
import io.quantumleap.analytics.regression.Regression;
import io.quantumleap.analytics.returns.Returns;
import io.quantumleap.analytics.risk.DownsideDivisor;
import io.quantumleap.analytics.risk.ParametricTail;
import io.quantumleap.analytics.risk.PartialMoments;
import io.quantumleap.analytics.risk.Ratios;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.risk.RiskReport;
import io.quantumleap.analytics.risk.WinLoss;
import io.quantumleap.analytics.rolling.RollingDispersion;
import io.quantumleap.analytics.rolling.RollingSeries;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every measure of one series against numpy and scipy; the README beside the data says how the values were made. */
class IndependentValuesTest {

    private static final PeriodsPerYear DAILY = PeriodsPerYear.DAILY;
    private static final RiskConventions USUAL = RiskConventions.usual(DAILY);
    private static final double RELATIVE = 1e-10;

    private final List<String[]> rows = read("series.csv");
    private final double[] r = column(1);
    private final double[] b = column(2);
    private final double[] rf = column(3);
    private final Map<String, Measure> measured = new LinkedHashMap<>();

    private static List<String[]> read(String name) {
        try (InputStream in = IndependentValuesTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double[] column(int index) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[index])).toArray();
    }

    @TestFactory
    Stream<DynamicTest> agreesWithNumpyAndScipy() {
        measureAll();
        return read("expected.csv").stream()
                .map(row -> dynamicTest(row[0], () -> {
                    double expected = Double.parseDouble(row[1]);
                    assertThat(measured).containsKey(row[0]);
                    assertThat(measured.get(row[0]).orElseThrow())
                            .isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
                }));
    }

    @Test
    void nothingIsMeasuredWithoutAValueToCompareItWith() {
        measureAll();
        assertThat(read("expected.csv").stream().map(row -> row[0]))
                .containsExactlyInAnyOrderElementsOf(measured.keySet());
    }

    private void measureAll() {
        RiskReport report = RiskReport.of(r, USUAL);
        returnsAndDispersion(report);
        aroundTarget("0", 0);
        aroundTarget("mar", 0.0005);
        drawdowns(report);
        winsAndLosses();
        shape(report);
        tails(report);
        benchmark(report);
        capture();
        regression();
        rollingAndCalendar();
    }

    private void returnsAndDispersion(RiskReport report) {
        put("cumulative_return", report.cumulativeReturn());
        put("cumulative_log", Returns.cumulativeLog(r));
        put("cagr", report.compoundAnnualGrowthRate());
        put("volatility_sample", report.volatility());
        put(
                "volatility_population",
                RiskReport.of(r, USUAL.withEstimator(Estimator.POPULATION)).volatility());
        put("sharpe", report.sharpe());
        put("sharpe_of_excess", RiskReport.of(r, rf, USUAL).sharpe());
        put("sharpe_geometric", Ratios.geometricSharpe(report.compoundAnnualGrowthRate(), 0, report.volatility()));
    }

    private void aroundTarget(String name, double target) {
        PartialMoments around = PartialMoments.of(r, target);
        double factor = DAILY.dispersionFactor();
        put(
                "downside_deviation_" + name,
                around.downsideDeviation(DownsideDivisor.ALL_OBSERVATIONS).map(d -> d * factor));
        put(
                "downside_deviation_subset_" + name,
                around.downsideDeviation(DownsideDivisor.OBSERVATIONS_BELOW_TARGET)
                        .map(d -> d * factor));
        put("semivariance_" + name, around.semivariance());
        put("sortino_" + name, around.sortino(DownsideDivisor.ALL_OBSERVATIONS, DAILY));
        put("omega_" + name, around.omega());
        put("kappa_3_" + name, Ratios.kappa(r, target, 3));
        put("upside_potential_" + name, around.upsidePotentialRatio(DownsideDivisor.ALL_OBSERVATIONS));
    }

    private void drawdowns(RiskReport report) {
        DrawdownAnalysis analysis = report.drawdowns();
        Measure growth = report.compoundAnnualGrowthRate();
        double[] depths =
                analysis.episodes().stream().mapToDouble(Drawdown::depth).toArray();
        put("max_drawdown", analysis.maximum());
        put("drawdowns", Measure.of(analysis.episodes().size()));
        put("average_drawdown", analysis.averageDepth());
        put("third_drawdown", Measure.of(analysis.deepest(3).get(2).depth()));
        put("longest_drawdown", Measure.of(analysis.longestLength()));
        put("conditional_drawdown", Drawdowns.conditional(Wealth.path(r), 0.95, QuantileType.LINEAR));
        put("ulcer_index", analysis.ulcerIndex());
        put("pain_index", analysis.painIndex());
        put("calmar", report.calmar());
        put("sterling", Ratios.sterling(growth, analysis.maximum(), 0.1));
        put("burke", Ratios.burke(growth, depths));
        put("martin", Ratios.martin(growth, analysis.ulcerIndex()));
        put("pain", Ratios.pain(growth, analysis.painIndex()));
    }

    private void winsAndLosses() {
        WinLoss winLoss = WinLoss.of(r);
        put("gain_to_pain", Ratios.gainToPain(PartialMoments.of(r, 0)));
        put("win_rate", winLoss.winRate());
        put("payoff", winLoss.payoff());
        put("profit_factor", winLoss.profitFactor());
        put("kelly", winLoss.kelly());
        put("continuous_kelly", Ratios.continuousKelly(Moments.of(r), Estimator.SAMPLE, 0));
        put("longest_winning_streak", Measure.of(winLoss.longestWinningStreak()));
        put("longest_losing_streak", Measure.of(winLoss.longestLosingStreak()));
        put("tail_ratio", Ratios.tail(r));
        put("common_sense_ratio", Ratios.commonSense(Ratios.tail(r), winLoss.profitFactor()));
        put("stability", Ratios.stability(r));
    }

    private void shape(RiskReport report) {
        Moments moments = Moments.of(r);
        put("skewness", report.skewness());
        put("excess_kurtosis", report.excessKurtosis());
        put("sample_skewness", moments.sampleSkewness());
        put("sample_excess_kurtosis", moments.sampleExcessKurtosis());
        put("adjusted_sharpe", Ratios.adjustedSharpe(moments, USUAL));
        put("probabilistic_sharpe", Ratios.probabilisticSharpe(moments, USUAL, 0.01));
    }

    private void tails(RiskReport report) {
        QuantileType[] types = QuantileType.values();
        for (int i = 0; i < types.length; i++) {
            put("var_type_" + (i + 1), Quantiles.of(r, 0.0125, types[i]));
        }
        put("var_95", report.valueAtRisk());
        put("expected_shortfall_95", report.expectedShortfall());
        ParametricTail gaussian = ParametricTail.gaussian(Moments.of(r), Estimator.SAMPLE, 0.95);
        put("var_gaussian", gaussian.valueAtRisk());
        put("expected_shortfall_gaussian", gaussian.expectedShortfall());
        ParametricTail expanded = ParametricTail.cornishFisher(Moments.of(r), Estimator.SAMPLE, 0.95);
        put("var_cornish_fisher", expanded.valueAtRisk());
        put("expected_shortfall_cornish_fisher", expanded.expectedShortfall());
    }

    private void benchmark(RiskReport report) {
        BenchmarkConventions usual = BenchmarkConventions.usual(DAILY);
        BenchmarkReport versus = BenchmarkReport.of(r, b, usual);
        CoMoments together = CoMoments.of(r, b);
        Measure growth = report.compoundAnnualGrowthRate();
        Measure other = Returns.compoundAnnualGrowthRate(b, DAILY);
        Measure premium = RelativeRatios.activePremium(growth, other);
        put("beta", versus.beta());
        put("correlation", versus.correlation());
        put("r_squared", versus.rSquared());
        put("alpha_per_period", versus.alphaPerPeriod());
        put("alpha_geometric", versus.alpha());
        put(
                "alpha_arithmetic",
                BenchmarkReport.of(r, b, usual.withAlphaAnnualisation(Annualisation.ARITHMETIC))
                        .alpha());
        put("tracking_error", versus.trackingError());
        put("information_ratio", versus.informationRatio());
        put("information_ratio_geometric", RelativeRatios.informationRatio(premium, versus.trackingError()));
        put("active_premium", premium);
        put("active_premium_geometric", RelativeRatios.geometricActivePremium(growth, other));
        put("treynor", RelativeRatios.treynor(growth, 0, versus.beta()));
        put("m_squared", RelativeRatios.modiglianiSquared(growth, 0, together));
        put("jensen_alpha", RelativeRatios.jensenAlpha(growth, other, 0, versus.beta()));
        put("batting_average", RelativeRatios.battingAverage(r, b));
        put("up_beta", RelativeRatios.whenRising(r, b).beta());
        put("down_beta", RelativeRatios.whenFalling(r, b).beta());
    }

    private void capture() {
        Capture geometric = Capture.of(r, b, CaptureMethod.GEOMETRIC, DAILY);
        Capture cumulative = Capture.of(r, b, CaptureMethod.CUMULATIVE, DAILY);
        Capture arithmetic = Capture.of(r, b, CaptureMethod.ARITHMETIC, DAILY);
        put("up_capture_geometric", geometric.up());
        put("down_capture_geometric", geometric.down());
        put("up_capture_cumulative", cumulative.up());
        put("down_capture_cumulative", cumulative.down());
        put("up_capture_arithmetic", arithmetic.up());
        put("down_capture_arithmetic", arithmetic.down());
    }

    private void regression() {
        double[] rate = Arrays.stream(rf).map(x -> x * 100).toArray();
        double[] lagged = new double[b.length];
        Arrays.setAll(lagged, i -> b[(i + b.length - 1) % b.length]);
        Regression.Fitted fit = (Regression.Fitted) LeastSquares.fit(r, b, rate, lagged);
        for (int i = 0; i < 4; i++) {
            Regression.Coefficient coefficient =
                    i == 0 ? fit.intercept() : fit.slopes().get(i - 1);
            put("ols_" + i, Measure.of(coefficient.estimate()));
            put("ols_error_" + i, Measure.of(coefficient.standardError()));
            put("ols_p_" + i, fit.pValue(coefficient));
        }
        put("ols_r_squared", Measure.of(fit.rSquared()));
    }

    private void rollingAndCalendar() {
        RollingSeries rolling = RollingDispersion.sharpe(r, 63, USUAL);
        int lowest = rolling.lowest().orElseThrow();
        int highest = rolling.highest().orElseThrow();
        put("rolling_sharpe_first", rolling.at(0));
        put("rolling_sharpe_last", rolling.at(rolling.size() - 1));
        put("rolling_sharpe_lowest", rolling.at(lowest));
        put("rolling_sharpe_highest", rolling.at(highest));
        put("rolling_sharpe_lowest_at", Measure.of(lowest));
        put("rolling_sharpe_highest_at", Measure.of(highest));
        LocalDate[] dates = rows.stream().map(row -> LocalDate.parse(row[0])).toArray(LocalDate[]::new);
        double[] months = CalendarReturns.of(dates, r, CalendarPeriod.MONTH).stream()
                .mapToDouble(month -> month.value().orElseThrow())
                .toArray();
        put("months", Measure.of(months.length));
        put("best_month", Measure.of(Arrays.stream(months).max().orElseThrow()));
        put("worst_month", Measure.of(Arrays.stream(months).min().orElseThrow()));
        put("third_quarter_2021", of(dates, CalendarPeriod.QUARTER, LocalDate.of(2021, 7, 1)));
        put("year_2020", of(dates, CalendarPeriod.YEAR, LocalDate.of(2020, 1, 1)));
    }

    private Measure of(LocalDate[] dates, CalendarPeriod period, LocalDate start) {
        return CalendarReturns.of(dates, r, period).stream()
                .filter(part -> part.start().equals(start))
                .map(PeriodReturn::value)
                .findFirst()
                .orElseThrow();
    }

    private void put(String name, Measure measure) {
        measured.put(name, measure);
    }
}
