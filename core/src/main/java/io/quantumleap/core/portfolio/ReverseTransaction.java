package io.quantumleap.core.portfolio;

import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.Pending;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.time.Clock;
import java.util.Optional;

/** Undoes a wrong transaction by one that names it. Safe for use by many threads. */
public final class ReverseTransaction {

    /** Works on these ports. */
    public ReverseTransaction(
            Portfolios portfolios, Transactions transactions, UnitOfWork work, IdGenerator ids, Clock clock) {}

    /**
     * Records the reversal.
     *
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio or the portfolio no
     *     such transaction
     */
    public Undoing reverse(UserId caller, PortfolioId id, TransactionId transaction, Reason reason) {
        return Optional.<Undoing>empty().orElseThrow(Pending::rules);
    }
}
