package io.quantumleap.core.portfolio;

import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.UserId;
import java.util.List;
import java.util.Objects;

/** Gives everything that counts in a portfolio, from which the same book can be built again. Safe for use by many threads. */
public final class ExportTransactions {

    private final Portfolios portfolios;
    private final Transactions transactions;

    /** Works on these ports. */
    public ExportTransactions(Portfolios portfolios, Transactions transactions) {
        this.portfolios = Objects.requireNonNull(portfolios, "portfolios");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
    }

    /**
     * The transactions in the order in which they take effect; those that were undone, and what undid them, are left out.
     *
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     */
    public List<Transaction> effective(UserId caller, PortfolioId id) {
        return transactions.effective(
                OwnedPortfolio.find(portfolios, caller, id).id());
    }
}
