package io.quantumleap.analytics.performance;

import io.quantumleap.core.market.Instrument;
import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.MissingPrice;
import io.quantumleap.core.valuation.Revision;
import io.quantumleap.core.valuation.ValuationSeries;
import io.quantumleap.core.valuation.ValuePortfolio;
import io.quantumleap.core.valuation.Valued;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures the performance of a caller's portfolio.
 *
 * <p>Results are kept in memory, a bounded number of them, under everything that they depend on: the caller, the question,
 * the revision of the ledger and of the prices, and the day. So a new transaction or price is seen at once, and nobody is
 * ever answered with what was computed for somebody else. Safe for use by many threads.
 */
public final class MeasurePerformance {

    private static final int KEPT_REPORTS = 256;
    private static final int KEPT_HISTORIES = 32;

    private final ValuePortfolio valuations;
    private final PriceHistory prices;
    private final Clock clock;
    private final RecentResults<HistoryKey, Valued<ValuationHistory>> histories = new RecentResults<>(KEPT_HISTORIES);
    private final RecentResults<ReportKey, Valued<PerformanceReport>> reports = new RecentResults<>(KEPT_REPORTS);

    /** Measures what these value, against the closes of that. */
    public MeasurePerformance(ValuePortfolio valuations, PriceHistory prices, Clock clock) {
        this.valuations = Objects.requireNonNull(valuations, "valuations");
        this.prices = Objects.requireNonNull(prices, "prices");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** What a history depends on. */
    private record HistoryKey(
            UserId caller,
            PortfolioId portfolio,
            Revision revision,
            LocalDate today,
            @Nullable LocalDate to) {}

    /** What a report depends on. */
    private record ReportKey(UserId caller, PerformanceQuestion question, Revision revision, LocalDate today) {}

    /**
     * The performance that the question asks for, or the prices that it would take: of something held, or of the benchmark.
     *
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     */
    public Valued<PerformanceReport> measure(UserId caller, PerformanceQuestion question) {
        // Asked first: a change while measuring makes the next answer new, never this one look current.
        Revision revision = valuations.revision(caller, question.portfolio());
        LocalDate today = LocalDate.now(clock);
        return reports.get(
                new ReportKey(caller, question, revision, today), () -> compute(caller, question, revision, today));
    }

    private Valued<PerformanceReport> compute(
            UserId caller, PerformanceQuestion question, Revision revision, LocalDate today) {
        return history(caller, question, revision, today)
                .fold(history -> report(history, question), Valued.Unmeasurable::new);
    }

    /** The whole history serves every window; only if it cannot be had is that of the window tried alone. */
    private Valued<ValuationHistory> history(
            UserId caller, PerformanceQuestion question, Revision revision, LocalDate today) {
        Valued<ValuationHistory> whole = history(caller, question.portfolio(), revision, today, null);
        return whole instanceof Valued.Unmeasurable && question.to() != null
                ? history(caller, question.portfolio(), revision, today, question.to())
                : whole;
    }

    private Valued<ValuationHistory> history(
            UserId caller, PortfolioId portfolio, Revision revision, LocalDate today, @Nullable LocalDate to) {
        return histories.get(new HistoryKey(caller, portfolio, revision, today, to), () -> {
            Valued<ValuationSeries> series = valuations.daily(caller, portfolio, null, to);
            return series.map(ValuationHistory::new);
        });
    }

    private Valued<PerformanceReport> report(ValuationHistory history, PerformanceQuestion question) {
        Measurement measurement = new Measurement(question, history);
        Optional<Window> found = Window.of(history, question);
        if (found.isEmpty()) {
            return new Valued.Known<>(measurement.nothing());
        }
        Window window = found.get();
        Symbol symbol = question.benchmark();
        if (symbol == null) {
            return new Valued.Known<>(measurement.of(window, Optional.empty()));
        }
        Optional<Instrument> instrument = prices.instrument(symbol);
        return instrument.isEmpty()
                ? new Valued.Unmeasurable<>(List.of(new MissingPrice(symbol, window.startDate(), false)))
                : new Valued.Known<>(measurement.of(window, Optional.of(closes(instrument.get(), window))));
    }

    private PriceSeries closes(Instrument instrument, Window window) {
        Symbol symbol = instrument.symbol();
        return prices.series(List.of(symbol), window.startDate(), window.endDate())
                .getOrDefault(symbol, PriceSeries.empty(symbol, instrument.currency()));
    }
}
