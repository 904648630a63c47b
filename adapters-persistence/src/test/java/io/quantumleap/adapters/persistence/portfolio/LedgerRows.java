package io.quantumleap.adapters.persistence.portfolio;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.core.portfolio.LedgerExtent;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.PortfolioName;
import io.quantumleap.core.shared.UserId;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;

/** Rows that the tests of ledgers need to be there. */
public final class LedgerRows {

    private LedgerRows() {}

    /** Somebody who may own portfolios. */
    public static UserId user(TestDatabase database) {
        return new UserId(UUID.randomUUID());
    }

    /** An empty portfolio of somebody. */
    public static PortfolioId portfolio(TestDatabase database) {
        Portfolio portfolio = new Portfolio(
                new PortfolioId(UUID.randomUUID()),
                user(database),
                new PortfolioName("Test"),
                Currency.getInstance("EUR"),
                false,
                Instant.parse("2026-01-02T03:04:05Z"),
                1,
                LedgerExtent.EMPTY);
        new JpaPortfolios(database.unitOfWork()).add(portfolio);
        return portfolio.id();
    }
}
