package io.quantumleap.core.portfolio.port;

import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.OneAtATime;
import io.quantumleap.core.shared.UnitOfWork;
import java.util.UUID;

class InMemoryTransactionsTest extends TransactionsContract {

    @Override
    protected Transactions transactions() {
        return new InMemoryTransactions();
    }

    @Override
    protected UnitOfWork work() {
        return new OneAtATime();
    }

    @Override
    protected PortfolioId somePortfolio() {
        return new PortfolioId(UUID.randomUUID());
    }
}
