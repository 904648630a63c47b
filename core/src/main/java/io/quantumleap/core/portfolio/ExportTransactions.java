package io.quantumleap.core.portfolio;

import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.util.Objects;
import java.util.function.Consumer;

/** Gives everything that counts in a portfolio, from which the same book can be built again. Safe for use by many threads. */
public final class ExportTransactions {

    private final Portfolios portfolios;
    private final Transactions transactions;
    private final UnitOfWork work;

    /** Works on these ports. */
    public ExportTransactions(Portfolios portfolios, Transactions transactions, UnitOfWork work) {
        this.portfolios = Objects.requireNonNull(portfolios, "portfolios");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.work = Objects.requireNonNull(work, "work");
    }

    /**
     * Shows the transactions one after the other in the order in which they take effect; those that were undone, and what
     * undid them, are left out. Memory does not grow with their number.
     *
     * @param reader must not wait for anybody, since it holds a connection to the database meanwhile
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     */
    public void effective(UserId caller, PortfolioId id, Consumer<? super Transaction> reader) {
        work.run(() ->
                transactions.play(OwnedPortfolio.find(portfolios, caller, id).id(), reader));
    }
}
