package io.quantumleap.core.portfolio;

import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.UserId;
import java.util.List;
import java.util.Objects;

/** Shows its owner the transactions of a portfolio that count, for sums over all of them. Safe for use by many threads. */
public final class ViewLedger {

    private final Portfolios portfolios;
    private final Transactions transactions;

    /** Works on these ports. */
    public ViewLedger(Portfolios portfolios, Transactions transactions) {
        this.portfolios = Objects.requireNonNull(portfolios, "portfolios");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
    }

    /**
     * All transactions that count, without reversals and what they undid, in the order in which they take effect.
     *
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     */
    public List<Transaction> effective(UserId caller, PortfolioId id) {
        return transactions.effective(
                OwnedPortfolio.find(portfolios, caller, id).id());
    }
}
