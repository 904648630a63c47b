package io.quantumleap.core.portfolio;

import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.Pending;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.time.Clock;
import java.util.Iterator;
import java.util.Optional;

/** Records a whole file of transactions, all of it or nothing. Safe for use by many threads. */
public final class ImportTransactions {

    /** Works on these ports. */
    public ImportTransactions(
            Portfolios portfolios, Transactions transactions, UnitOfWork work, IdGenerator ids, Clock clock) {}

    /**
     * Records every row that is not in the ledger yet.
     *
     * @param rows the rows in file order, read once
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     */
    public TransactionImport importRows(UserId caller, PortfolioId id, Iterator<? extends TransactionRow> rows) {
        return Optional.<TransactionImport>empty().orElseThrow(Pending::rules);
    }
}
