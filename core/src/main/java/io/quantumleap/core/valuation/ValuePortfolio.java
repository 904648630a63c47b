package io.quantumleap.core.valuation;

import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.Pending;
import io.quantumleap.core.shared.UserId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values a portfolio day by day. Safe for use by many threads. */
public final class ValuePortfolio {

    /** Works on these ports. */
    public ValuePortfolio(Portfolios portfolios, Transactions transactions, PriceHistory prices, Clock clock) {}

    /**
     * The daily values in a range of days.
     *
     * @param from first day, inclusive; null for the day of the first transaction
     * @param to last day, inclusive; null for the last day that has a transaction or a price
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     */
    public Valued<ValuationSeries> daily(
            UserId caller, PortfolioId id, @Nullable LocalDate from, @Nullable LocalDate to) {
        return Optional.<Valued<ValuationSeries>>empty().orElseThrow(Pending::rules);
    }

    /**
     * What a valuation of the portfolio depends on now, found without valuing it.
     *
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     */
    public Revision revision(UserId caller, PortfolioId id) {
        return Optional.<Revision>empty().orElseThrow(Pending::rules);
    }
}
