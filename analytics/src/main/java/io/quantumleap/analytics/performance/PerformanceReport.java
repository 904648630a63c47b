package io.quantumleap.analytics.performance;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.valuation.PricingSummary;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The performance of a portfolio over a window. The conventions behind the numbers are in the reports inside {@link
 * #metrics()} and in the question.
 *
 * @param question what was asked
 * @param currency the base currency of the portfolio
 * @param start the day whose closing value the window starts from; null when there is no valuation; read it through {@link
 *     #from()}
 * @param end the last day of the window; null when there is no valuation; read it through {@link #to()}
 * @param observations how many returns were measured; with none, every metric is unavailable
 * @param value the value at the end
 * @param gain what was gained in the window: the change in value that flows do not explain
 * @param inflow what came in from outside in the window
 * @param outflow what went out
 * @param metrics every number
 * @param drawdowns the deepest drawdowns, deepest first
 * @param years the calendar years in the window
 * @param series the window reduced to the points asked for
 * @param pricing on how many days of the window, its start included, the value stands on prices that were too old or on rates through a
 *     third currency
 * @param warnings sentences about what to keep in mind
 */
public record PerformanceReport(
        PerformanceQuestion question,
        Currency currency,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        int observations,
        Money value,
        Money gain,
        Money inflow,
        Money outflow,
        PerformanceMetrics metrics,
        List<DatedDrawdown> drawdowns,
        List<CalendarYear> years,
        List<SeriesPoint> series,
        PricingSummary pricing,
        List<String> warnings) {

    /** Copies the lists. */
    public PerformanceReport {
        drawdowns = List.copyOf(drawdowns);
        years = List.copyOf(years);
        series = List.copyOf(series);
        warnings = List.copyOf(warnings);
    }

    /** Whose performance. */
    public PortfolioId portfolio() {
        return question.portfolio();
    }

    /** What it is compared with, if anything. */
    public Optional<Symbol> benchmark() {
        return question.against();
    }

    /** The day whose closing value the window starts from, if there is a valuation. */
    public Optional<LocalDate> from() {
        return Optional.ofNullable(start);
    }

    /** The last day of the window, if there is a valuation. */
    public Optional<LocalDate> to() {
        return Optional.ofNullable(end);
    }
}
