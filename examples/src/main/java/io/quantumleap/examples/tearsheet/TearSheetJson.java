package io.quantumleap.examples.tearsheet;

import io.quantumleap.analytics.benchmark.BenchmarkConventions;
import io.quantumleap.analytics.benchmark.BenchmarkReport;
import io.quantumleap.analytics.calendar.CalendarPeriod;
import io.quantumleap.analytics.calendar.PeriodReturn;
import io.quantumleap.analytics.drawdown.Drawdown;
import io.quantumleap.analytics.measure.Annualisation;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Moments;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.returns.Returns;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.risk.RiskReport;
import io.quantumleap.analytics.risk.ShortfallMethod;
import io.quantumleap.analytics.risk.TailRisk;
import io.quantumleap.analytics.rolling.RollingSeries;
import io.quantumleap.analytics.tearsheet.FurtherMeasures;
import io.quantumleap.analytics.tearsheet.TearSheet;
import io.quantumleap.analytics.tearsheet.TearSheetConventions;
import io.quantumleap.analytics.tearsheet.TearSheetData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

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
        TearSheetData data = series.data();
        TearSheet measured = TearSheet.of(data, TearSheetConventions.usual(periods));
        json.addPeriod(series);
        json.addRisk(measured.risk(), series);
        json.addBenchmark(measured.comparison());
        series.riskFree().ifPresent(rate -> json.addOverRiskFree(series, rate));
        json.addUnusual(series, measured);
        json.addFurther(FurtherMeasures.of(data, measured));
        json.sheet.put("rolling_sharpe", rolling(measured.rollingSharpe(), series));
        json.sheet.put("monthly_returns", calendar(data.calendar(CalendarPeriod.MONTH)));
        json.sheet.put("yearly_returns", calendar(data.calendar(CalendarPeriod.YEAR)));
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

    private void addRisk(RiskReport risk, Series series) {
        put("cumulative_return", risk.cumulativeReturn());
        put("cagr", risk.compoundAnnualGrowthRate());
        put("volatility", risk.volatility());
        put("downside_deviation", risk.downsideDeviation());
        put("sharpe", risk.sharpe());
        put("sortino", risk.sortino());
        put("calmar", risk.calmar());
        put("omega", risk.omega());
        put("max_drawdown", risk.drawdowns().maximum());
        put("average_drawdown", risk.drawdowns().averageDepth());
        put("ulcer_index", risk.drawdowns().ulcerIndex());
        put("pain_index", risk.drawdowns().painIndex());
        put("var_95", risk.valueAtRisk());
        put("expected_shortfall_95", risk.expectedShortfall());
        put("skewness", risk.skewness());
        put("excess_kurtosis", risk.excessKurtosis());
        put("best", risk.best());
        put("worst", risk.worst());
        put("positive_share", risk.positiveShare());
        sheet.put("drawdown_count", risk.drawdowns().episodes().size());
        sheet.put("longest_drawdown", risk.drawdowns().longestLength());
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

    private void addBenchmark(BenchmarkReport versus) {
        put("beta", versus.beta());
        put("alpha", versus.alpha());
        put("alpha_per_period", versus.alphaPerPeriod());
        put("correlation", versus.correlation());
        put("r_squared", versus.rSquared());
        put("tracking_error", versus.trackingError());
        put("information_ratio", versus.informationRatio());
    }

    /** What other tools give by other conventions, for those who compare. */
    private void addUnusual(Series series, TearSheet measured) {
        Moments moments = Moments.of(series.returns());
        put("mean", moments.arithmeticMean());
        put("sample_skewness", moments.sampleSkewness());
        put("sample_excess_kurtosis", moments.sampleExcessKurtosis());
        RiskConventions conventions = measured.conventions().risk();
        put("expected_shortfall_95_lowest", shortfall(series, conventions, ShortfallMethod.LOWEST_OBSERVATIONS));
        put("expected_shortfall_95_share", shortfall(series, conventions, ShortfallMethod.LOWEST_SHARE));
        put(
                "alpha_arithmetic",
                measured.comparison().alphaPerPeriod().map(alpha -> Annualisation.ARITHMETIC.annual(alpha, periods)));
        put(
                "benchmark_cagr",
                series.benchmark()
                        .map(benchmark -> Returns.compoundAnnualGrowthRate(benchmark, periods))
                        .orElse(Measure.unavailable(Reason.NO_BENCHMARK)));
    }

    private static Measure shortfall(Series series, RiskConventions conventions, ShortfallMethod method) {
        return TailRisk.historical(series.returns(), conventions.confidence(), conventions.quantileType(), method)
                .expectedShortfall();
    }

    private void addFurther(FurtherMeasures further) {
        put("sterling", further.sterling());
        put("burke", further.burke());
        put("martin", further.martin());
        put("pain_ratio", further.pain());
        put("kappa_3", further.kappaThree());
        put("upside_potential_ratio", further.upsidePotential());
        put("gain_to_pain", further.gainToPain());
        put("tail_ratio", further.tail());
        put("common_sense_ratio", further.commonSense());
        put("stability", further.stability());
        put("adjusted_sharpe_per_period", further.adjustedSharpe());
        put("probabilistic_sharpe", further.probabilisticSharpe());
        put("conditional_drawdown_95", further.conditionalDrawdown());
        put("var_95_gaussian", further.gaussian().valueAtRisk());
        put("expected_shortfall_95_gaussian", further.gaussian().expectedShortfall());
        put("var_95_cornish_fisher", further.cornishFisher().valueAtRisk());
        put("expected_shortfall_95_cornish_fisher", further.cornishFisher().expectedShortfall());
        put("win_rate", further.winLoss().winRate());
        put("payoff", further.winLoss().payoff());
        put("profit_factor", further.winLoss().profitFactor());
        put("kelly", further.winLoss().kelly());
        sheet.put("longest_winning_streak", further.winLoss().longestWinningStreak());
        sheet.put("longest_losing_streak", further.winLoss().longestLosingStreak());
        put("treynor", further.treynor());
        put("m_squared", further.modiglianiSquared());
        put("jensen_alpha_of_growth", further.jensenAlpha());
        put("active_premium", further.activePremium());
        put("up_capture", further.capture().up());
        put("down_capture", further.capture().down());
        put("batting_average", further.battingAverage());
    }

    private static Map<String, Object> rolling(RollingSeries rolling, Series series) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("window", rolling.window());
        described.put("count", rolling.size());
        described.put("first", value(rolling, rolling.size() == 0 ? OptionalInt.empty() : OptionalInt.of(0)));
        described.put(
                "last", value(rolling, rolling.size() == 0 ? OptionalInt.empty() : OptionalInt.of(rolling.size() - 1)));
        described.put("lowest", value(rolling, rolling.lowest()));
        described.put("lowest_date", date(rolling, rolling.lowest(), series));
        described.put("highest", value(rolling, rolling.highest()));
        described.put("highest_date", date(rolling, rolling.highest(), series));
        return described;
    }

    private static OptionalDouble value(RollingSeries rolling, OptionalInt position) {
        return position.isPresent() ? rolling.at(position.getAsInt()).asOptional() : OptionalDouble.empty();
    }

    private static Optional<String> date(RollingSeries rolling, OptionalInt position, Series series) {
        return position.isPresent()
                ? series.position(rolling.end(position.getAsInt()) + 1).map(Object::toString)
                : Optional.empty();
    }

    private static List<Map<String, Object>> calendar(List<PeriodReturn> periods) {
        return periods.stream()
                .map(period -> {
                    Map<String, Object> described = new LinkedHashMap<>();
                    described.put("from", period.start());
                    described.put("return", period.value().asOptional());
                    return described;
                })
                .toList();
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
        conventions.put("expected_shortfall_95_lowest", "mean of the lowest floor((n - 1) 0.05) + 1 returns");
        conventions.put(
                "expected_shortfall_95_share", "mean of the lowest 5 % of the returns, the last by its fraction");
        conventions.put("skewness_and_kurtosis", "of the population, divided by n; sample_ corrected for a sample");
        conventions.put("alpha", "Jensen's, compounded over a year; alpha_arithmetic times the periods");
        conventions.put("sterling", "CAGR over maximum drawdown and 10 %");
        conventions.put("burke", "CAGR over the root of the sum of all squared drawdowns");
        conventions.put("capture", "CAGR of the periods in which the benchmark rose or fell, over the benchmark's");
        conventions.put("treynor, m_squared, active_premium", "of CAGR");
        conventions.put("win_rate", "a return of zero is neither won nor lost");
        conventions.put("rolling_sharpe", "63 returns, or 12 when there are fewer than 63 in a year");
        return conventions;
    }
}
