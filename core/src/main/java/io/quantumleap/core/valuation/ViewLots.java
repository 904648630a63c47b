package io.quantumleap.core.valuation;

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

/** Shows the open lots of a portfolio, first in first out. Safe for use by many threads. */
public final class ViewLots {

    private final Sources sources;

    /** Works on these ports and plays the whole ledger whenever it is asked. */
    public ViewLots(Portfolios portfolios, Transactions transactions, PriceHistory prices, Clock clock) {
        this.sources = new Sources(portfolios, transactions, prices, null, clock);
    }

    /** Works on these ports and plays the ledger from the latest checkpoint on that holds. */
    public ViewLots(
            Portfolios portfolios,
            Transactions transactions,
            PriceHistory prices,
            StoredValuations valuations,
            Clock clock) {
        this.sources =
                new Sources(portfolios, transactions, prices, Objects.requireNonNull(valuations, "valuations"), clock);
    }

    /**
     * The lots at the end of a day. Only lots that were transferred in without their old cost need a price.
     *
     * @param asOf the day, not in the future; null for the last day that has a transaction or a price
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     * @throws io.quantumleap.core.shared.InvalidValueException if the day is in the future
     */
    public Valued<LotsView> view(UserId caller, PortfolioId id, @Nullable LocalDate asOf) {
        Snapshot snapshot = sources.snapshot(caller, id, asOf);
        Valuer played = snapshot.play();
        return snapshot.unlessPricesAreMissing(new LotsView(
                snapshot.portfolio().id(),
                snapshot.day(),
                played.book().lots(),
                snapshot.prices(played),
                snapshot.portfolio().policy().longTermDays()));
    }
}
