package io.quantumleap.core.portfolio;

import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.Pending;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.time.Clock;
import java.util.Optional;

/** Records one transaction. Safe for use by many threads. */
public final class RecordTransaction {

    /** Works on these ports. */
    public RecordTransaction(
            Portfolios portfolios, Transactions transactions, UnitOfWork work, IdGenerator ids, Clock clock) {}

    /**
     * Records it, also when one with the same content and no external id is there: asking twice means two.
     *
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     */
    public Recording record(UserId caller, PortfolioId id, TransactionFields fields) {
        return Optional.<Recording>empty().orElseThrow(Pending::rules);
    }
}
