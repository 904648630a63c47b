package io.quantumleap.adapters.persistence.valuation;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.adapters.persistence.portfolio.LedgerRows;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.valuation.port.StoredValuations;
import io.quantumleap.core.valuation.port.StoredValuationsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcStoredValuationsTest extends StoredValuationsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected StoredValuations valuations() {
        return new JdbcStoredValuations(DATABASE.unitOfWork());
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
