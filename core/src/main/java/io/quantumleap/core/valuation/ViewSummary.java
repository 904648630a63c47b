package io.quantumleap.core.valuation;

import io.quantumleap.core.market.freshness.StalePrices;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.port.StoredValuations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows the totals of a portfolio. Safe for use by many threads. */
public final class ViewSummary {

    private final Sources sources;

    /** Works on these ports and plays the whole ledger whenever it is asked. */
    public ViewSummary(Portfolios portfolios, Transactions transactions, PriceHistory prices, Clock clock) {
        this.sources = new Sources(portfolios, transactions, prices, null, clock);
    }

    /** Works on these ports and plays the ledger from the latest checkpoint on that holds. */
    public ViewSummary(
            Portfolios portfolios,
            Transactions transactions,
            PriceHistory prices,
            StoredValuations valuations,
            Clock clock) {
        this.sources =
                new Sources(portfolios, transactions, prices, Objects.requireNonNull(valuations, "valuations"), clock);
    }

    /** The same, and marks prices by the calendars of their exchanges. */
    public ViewSummary(
            Portfolios portfolios,
            Transactions transactions,
            PriceHistory prices,
            StoredValuations valuations,
            Clock clock,
            StalePrices stalePrices) {
        this.sources = new Sources(
                portfolios, transactions, prices, Objects.requireNonNull(valuations, "valuations"), clock, stalePrices);
    }

    /**
     * The totals at the end of a day.
     *
     * @param asOf the day, not in the future; null for the last day that has a transaction or a price
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     * @throws io.quantumleap.core.shared.InvalidValueException if the day is in the future
     */
    public Valued<PortfolioSummary> view(UserId caller, PortfolioId id, @Nullable LocalDate asOf) {
        Snapshot snapshot = sources.snapshot(caller, id, asOf);
        Totals totals = new Totals(snapshot.totalsBefore());
        Valuer played = snapshot.play(totals);
        return snapshot.unlessPricesAreMissing(summary(snapshot, totals.soFar(), played));
    }

    private static PortfolioSummary summary(Snapshot snapshot, LedgerTotals totals, Valuer played) {
        HoldingsView holdings = snapshot.holdings(played);
        Money none = Money.zero(holdings.currency());
        Money unrealised =
                holdings.holdings().stream().map(Holding::unrealisedGain).reduce(none, Money::plus);
        return new PortfolioSummary(
                holdings.portfolio(),
                holdings.asOf(),
                holdings.currency(),
                holdings.total(),
                played.cash(snapshot.day()),
                totals.netContributions(),
                holdings.total().minus(totals.netContributions()),
                totals.dividends(),
                totals.interest(),
                totals.fees(),
                totals.taxes(),
                totals.realisedGain(),
                unrealised,
                holdings.holdings().size(),
                snapshot.transactionCount(),
                holdings.warnings());
    }
}
