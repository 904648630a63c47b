package io.quantumleap.adapters.rest.performance;

import io.quantumleap.adapters.rest.json.MoneyJson;
import io.quantumleap.adapters.rest.json.PricingJson;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.performance.CalendarYear;
import io.quantumleap.analytics.performance.DatedDrawdown;
import io.quantumleap.analytics.performance.PerformanceMetrics;
import io.quantumleap.analytics.performance.PerformanceReport;
import io.quantumleap.analytics.performance.SeriesPoint;
import io.quantumleap.analytics.risk.RiskReport;
import io.quantumleap.core.market.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Brings a report into the form of the HTTP contract, and notes why a number is missing. Made for one report. */
final class PerformanceJsonForm {

    private final List<UnavailableJson> unavailable = new ArrayList<>();

    static PerformanceJson of(PerformanceReport report) {
        return new PerformanceJsonForm().form(report);
    }

    private PerformanceJson form(PerformanceReport report) {
        MetricsJson metrics = metrics(report);
        return new PerformanceJson(
                report.to().isPresent() ? "ok" : "empty",
                report.portfolio().toString(),
                report.currency().getCurrencyCode(),
                report.benchmark().map(Symbol::value).orElse(null),
                text(report.from()),
                text(report.to()),
                report.observations(),
                MoneyJson.of(report.value()),
                MoneyJson.of(report.gain()),
                MoneyJson.of(report.inflow()),
                MoneyJson.of(report.outflow()),
                metrics,
                report.drawdowns().stream().map(PerformanceJsonForm::drawdown).toList(),
                report.years().stream().map(PerformanceJsonForm::year).toList(),
                report.series().stream().map(PerformanceJsonForm::point).toList(),
                unavailable,
                PricingJson.of(report.pricing()),
                ConventionsJson.of(
                        report.question().periods().value(), report.question().riskFreeRate()),
                report.warnings());
    }

    private MetricsJson metrics(PerformanceReport report) {
        PerformanceMetrics metrics = report.metrics();
        RiskReport own = metrics.portfolio();
        RiskReport other = metrics.benchmark();
        Optional<DatedDrawdown> deepest = report.drawdowns().stream().findFirst();
        return new MetricsJson(
                number("time_weighted_return", own.cumulativeReturn()),
                number("money_weighted_return", metrics.moneyWeightedReturn()),
                number("cumulative_return", own.cumulativeReturn()),
                number("cagr", own.compoundAnnualGrowthRate()),
                number("volatility", own.volatility()),
                number("downside_deviation", own.downsideDeviation()),
                number("sharpe", own.sharpe()),
                number("sortino", own.sortino()),
                number("calmar", own.calmar()),
                number("max_drawdown", own.drawdowns().maximum()),
                text(deepest.map(DatedDrawdown::peak)),
                text(deepest.map(DatedDrawdown::trough)),
                text(deepest.flatMap(DatedDrawdown::recovery)),
                number("current_drawdown", own.drawdowns().current()),
                number("var_95", own.valueAtRisk()),
                number("expected_shortfall_95", own.expectedShortfall()),
                number("skewness", own.skewness()),
                number("excess_kurtosis", own.excessKurtosis()),
                number("best_day", own.best()),
                number("worst_day", own.worst()),
                number("positive_days", own.positiveShare()),
                number("ulcer_index", own.drawdowns().ulcerIndex()),
                number("omega", own.omega()),
                number("beta", metrics.comparison().beta()),
                number("alpha", metrics.comparison().alpha()),
                number("correlation", metrics.comparison().correlation()),
                number("r_squared", metrics.comparison().rSquared()),
                number("tracking_error", metrics.comparison().trackingError()),
                number("information_ratio", metrics.comparison().informationRatio()),
                number("benchmark_return", other.cumulativeReturn()),
                number("benchmark_cagr", other.compoundAnnualGrowthRate()),
                number("benchmark_volatility", other.volatility()),
                number("benchmark_max_drawdown", other.drawdowns().maximum()));
    }

    private @Nullable Double number(String metric, Measure measure) {
        if (measure instanceof Measure.Unavailable none) {
            unavailable.add(new UnavailableJson(metric, none.reason().sentence()));
        }
        return number(measure.asOptional());
    }

    private static @Nullable Double number(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private static @Nullable String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(null);
    }

    private static DrawdownJson drawdown(DatedDrawdown drawdown) {
        return new DrawdownJson(
                drawdown.peak().toString(),
                drawdown.trough().toString(),
                text(drawdown.recovery()),
                drawdown.depth(),
                drawdown.lengthInDays());
    }

    private static CalendarYearJson year(CalendarYear year) {
        return new CalendarYearJson(
                year.year(),
                number(year.portfolio().asOptional()),
                number(year.benchmark().asOptional()));
    }

    private static SeriesPointJson point(SeriesPoint point) {
        return new SeriesPointJson(
                point.date().toString(), point.value(), point.growth(), point.benchmark(), point.drawdown());
    }
}
