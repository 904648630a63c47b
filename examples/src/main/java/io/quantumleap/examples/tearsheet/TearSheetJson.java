package io.quantumleap.examples.tearsheet;

import io.quantumleap.analytics.benchmark.BenchmarkConventions;
import io.quantumleap.analytics.benchmark.BenchmarkReport;
import io.quantumleap.analytics.drawdown.Drawdown;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.returns.Returns;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.risk.RiskReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tear sheet of a series as JSON. Figures per year scale by the periods per year that were asked for. There is no risk-free
 * rate, except in the figures whose names end with {@code rf_series}: they measure what was earned over the file's {@code rf}
 * column. A measure that cannot be had is null, and {@code unavailable} says why.
 */
final class TearSheetJson {

    private static final int DRAWDOWNS = 5;

    private final PeriodsPerYear periods;
    private final Map<String, Object> sheet = new LinkedHashMap<>();
    private final List<Map<String, Object>> unavailable = new ArrayList<>();

    private TearSheetJson(PeriodsPerYear periods) {
        this.periods = periods;
    }

    static String of(Series series, PeriodsPerYear periods) {
        TearSheetJson json = new TearSheetJson(periods);
        json.addPeriod(series);
        json.addRisk(series);
        json.addBenchmark(series);
        series.riskFree().ifPresent(rate -> json.addOverRiskFree(series, rate));
        json.sheet.put("unavailable", json.unavailable);
        json.sheet.put("conventions", conventions());
        return JsonText.of(json.sheet);
    }

    private void addPeriod(Series series) {
        sheet.put("from", series.position(0).map(Object::toString));
        sheet.put("to", series.position(series.returns().length).map(Object::toString));
        sheet.put("observations", series.returns().length);
        sheet.put("periods_per_year", periods.value());
    }

    private void addRisk(Series series) {
        RiskReport risk = RiskReport.of(series.returns(), RiskConventions.usual(periods));
        put("cumulative_return", risk.cumulativeReturn());
        put("cagr", risk.compoundAnnualGrowthRate());
        put("volatility", risk.volatility());
        put("downside_deviation", risk.downsideDeviation());
        put("sharpe", risk.sharpe());
        put("sortino", risk.sortino());
        put("calmar", risk.calmar());
        put("omega", risk.omega());
        put("max_drawdown", risk.drawdowns().maximum());
        put("ulcer_index", risk.drawdowns().ulcerIndex());
        put("pain_index", risk.drawdowns().painIndex());
        put("var_95", risk.valueAtRisk());
        put("expected_shortfall_95", risk.expectedShortfall());
        put("skewness", risk.skewness());
        put("excess_kurtosis", risk.excessKurtosis());
        put("best", risk.best());
        put("worst", risk.worst());
        put("positive_share", risk.positiveShare());
        sheet.put(
                "top_drawdowns",
                risk.drawdowns().deepest(DRAWDOWNS).stream()
                        .map(drawdown -> describe(drawdown, series))
                        .toList());
    }

    private static Map<String, Object> describe(Drawdown drawdown, Series series) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("depth", drawdown.depth());
        described.put("peak_date", series.position(drawdown.peak()).map(Object::toString));
        described.put("trough_date", series.position(drawdown.trough()).map(Object::toString));
        described.put(
                "recovery_date",
                drawdown.recovered() ? series.position(drawdown.end()).map(Object::toString) : Optional.empty());
        described.put("length", drawdown.length());
        return described;
    }

    private void addBenchmark(Series series) {
        Optional<BenchmarkReport> versus = series.benchmark()
                .map(other -> BenchmarkReport.of(series.returns(), other, BenchmarkConventions.usual(periods)));
        put("beta", versus.map(BenchmarkReport::beta));
        put("alpha", versus.map(BenchmarkReport::alpha));
        put("alpha_per_period", versus.map(BenchmarkReport::alphaPerPeriod));
        put("correlation", versus.map(BenchmarkReport::correlation));
        put("r_squared", versus.map(BenchmarkReport::rSquared));
        put("tracking_error", versus.map(BenchmarkReport::trackingError));
        put("information_ratio", versus.map(BenchmarkReport::informationRatio));
    }

    private void addOverRiskFree(Series series, double[] rate) {
        double[] excess = Returns.excess(series.returns(), rate);
        put(
                "sharpe_rf_series",
                RiskReport.of(excess, RiskConventions.usual(periods)).sharpe());
        series.benchmark().ifPresent(other -> {
            BenchmarkReport versus =
                    BenchmarkReport.of(excess, Returns.excess(other, rate), BenchmarkConventions.usual(periods));
            put("beta_rf_series", versus.beta());
            put("alpha_per_period_rf_series", versus.alphaPerPeriod());
        });
    }

    private void put(String name, Optional<Measure> measure) {
        put(name, measure.orElseGet(() -> Measure.unavailable(Reason.NO_BENCHMARK)));
    }

    private void put(String name, Measure measure) {
        sheet.put(name, measure.asOptional());
        if (measure instanceof Measure.Unavailable missing) {
            unavailable.add(Map.of("measure", name, "reason", missing.reason().sentence()));
        }
    }

    private static Map<String, Object> conventions() {
        Map<String, Object> conventions = new LinkedHashMap<>();
        conventions.put("cagr", "(1 + cumulative) ^ (periods per year / observations) - 1");
        conventions.put("variance", "divided by n - 1");
        conventions.put("downside", "below 0, divided by all observations");
        conventions.put("sharpe", "arithmetic mean, no risk-free rate");
        conventions.put("drawdown", "wealth starts at 1, and the start counts as a peak");
        conventions.put("var_95", "historical, 5 % quantile of type 7, a signed return");
        conventions.put("expected_shortfall_95", "mean of the returns not above var_95");
        conventions.put("skewness_and_kurtosis", "of the population, divided by n");
        conventions.put("alpha", "Jensen's, compounded over a year");
        return conventions;
    }
}
