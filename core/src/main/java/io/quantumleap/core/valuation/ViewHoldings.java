package io.quantumleap.core.valuation;

import io.quantumleap.core.market.freshness.StalePrices;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.port.StoredValuations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows what a portfolio holds. Safe for use by many threads. */
public final class ViewHoldings {

    private final Sources sources;

    /** Works on these ports and plays the whole ledger whenever it is asked. */
    public ViewHoldings(Portfolios portfolios, Transactions transactions, PriceHistory prices, Clock clock) {
        this.sources = new Sources(portfolios, transactions, prices, null, clock);
    }

    /** Works on these ports and plays the ledger from the latest checkpoint on that holds. */
    public ViewHoldings(
            Portfolios portfolios,
            Transactions transactions,
            PriceHistory prices,
            StoredValuations valuations,
            Clock clock) {
        this.sources =
                new Sources(portfolios, transactions, prices, Objects.requireNonNull(valuations, "valuations"), clock);
    }

    /** Works on these ports without stored values, and marks prices by the calendars of their exchanges. */
    public ViewHoldings(
            Portfolios portfolios,
            Transactions transactions,
            PriceHistory prices,
            Clock clock,
            StalePrices stalePrices) {
        this.sources = new Sources(portfolios, transactions, prices, null, clock, stalePrices);
    }

    /** The same with stored values, and marks prices by the calendars of their exchanges. */
    public ViewHoldings(
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
     * The holdings at the end of a day.
     *
     * @param asOf the day, not in the future; null for the last day that has a transaction or a price
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     * @throws io.quantumleap.core.shared.InvalidValueException if the day is in the future
     */
    public Valued<HoldingsView> view(UserId caller, PortfolioId id, @Nullable LocalDate asOf) {
        Snapshot snapshot = sources.snapshot(caller, id, asOf);
        return snapshot.unlessPricesAreMissing(snapshot.holdings(snapshot.play()));
    }
}
