package io.quantumleap.core.portfolio;

import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.UserId;
import java.util.List;
import java.util.Objects;

/** Shows its owner one transaction and its postings. Safe for use by many threads. */
public final class ViewTransaction {

    private final Portfolios portfolios;
    private final Transactions transactions;

    /** Works on these ports. */
    public ViewTransaction(Portfolios portfolios, Transactions transactions) {
        this.portfolios = Objects.requireNonNull(portfolios, "portfolios");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
    }

    /**
     * The transaction.
     *
     * @throws MissingObjectException if the caller has no such portfolio or the portfolio no such transaction
     */
    public Transaction view(UserId caller, PortfolioId id, TransactionId transaction) {
        return transactions
                .find(OwnedPortfolio.find(portfolios, caller, id).id(), transaction)
                .orElseThrow(() -> new MissingObjectException("There is no such transaction."));
    }

    /**
     * The postings as they are stored; they add up to zero in every currency.
     *
     * @throws MissingObjectException if the caller has no such portfolio or the portfolio no such transaction
     */
    public List<Posting> postings(UserId caller, PortfolioId id, TransactionId transaction) {
        Transaction found = view(caller, id, transaction);
        return transactions.postings(id, List.of(found.id())).getOrDefault(found.id(), List.of());
    }
}
