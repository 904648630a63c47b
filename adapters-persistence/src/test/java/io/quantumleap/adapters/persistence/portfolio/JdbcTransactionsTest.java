package io.quantumleap.adapters.persistence.portfolio;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.portfolio.port.TransactionsContract;
import io.quantumleap.core.shared.UnitOfWork;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcTransactionsTest extends TransactionsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected Transactions transactions() {
        return new JdbcTransactions(DATABASE.unitOfWork());
    }

    @Override
    protected UnitOfWork work() {
        return DATABASE.unitOfWork();
    }

    @Override
    protected PortfolioId somePortfolio() {
        return LedgerRows.portfolio(DATABASE);
    }
}
