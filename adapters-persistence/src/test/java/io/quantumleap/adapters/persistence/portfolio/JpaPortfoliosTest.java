package io.quantumleap.adapters.persistence.portfolio;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.PortfoliosContract;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaPortfoliosTest extends PortfoliosContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected Portfolios portfolios() {
        return new JpaPortfolios(DATABASE.unitOfWork());
    }

    @Override
    protected UnitOfWork work() {
        return DATABASE.unitOfWork();
    }

    @Override
    protected UserId someUser() {
        return LedgerRows.user(DATABASE);
    }
}
