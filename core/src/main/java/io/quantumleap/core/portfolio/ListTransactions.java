package io.quantumleap.core.portfolio;

import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import java.util.Objects;

/** Lists what was recorded in a portfolio, reversed and reversing transactions included. Safe for use by many threads. */
public final class ListTransactions {

    private final Portfolios portfolios;
    private final Transactions transactions;

    /** Works on these ports. */
    public ListTransactions(Portfolios portfolios, Transactions transactions) {
        this.portfolios = Objects.requireNonNull(portfolios, "portfolios");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
    }

    /**
     * One page, newest first.
     *
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     */
    public CursorPage<Transaction> page(UserId caller, PortfolioId id, PageRequest request) {
        return transactions.page(OwnedPortfolio.find(portfolios, caller, id).id(), request);
    }
}
