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

/** Shows the totals of a portfolio. Safe for use by many threads. */
public final class ViewSummary {

    /** Works on these ports. */
    public ViewSummary(Portfolios portfolios, Transactions transactions, PriceHistory prices, Clock clock) {}

    /**
     * The totals at the end of a day.
     *
     * @param asOf the day, not in the future; null for the last day that has a transaction or a price
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     */
    public Valued<PortfolioSummary> view(UserId caller, PortfolioId id, @Nullable LocalDate asOf) {
        return Optional.<Valued<PortfolioSummary>>empty().orElseThrow(Pending::rules);
    }
}
