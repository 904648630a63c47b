package io.quantumleap.adapters.persistence.chat;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.chat.cost.CostLedgerContract;
import io.quantumleap.chat.cost.port.CostLedger;
import io.quantumleap.core.shared.UnitOfWork;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcCostLedgerTest extends CostLedgerContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected CostLedger ledger() {
        return new JdbcCostLedger(DATABASE.unitOfWork());
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return DATABASE.unitOfWork();
    }
}
