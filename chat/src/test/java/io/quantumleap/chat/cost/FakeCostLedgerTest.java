package io.quantumleap.chat.cost;

import io.quantumleap.chat.cost.port.CostLedger;
import io.quantumleap.core.shared.UnitOfWork;
import java.util.function.Supplier;

class FakeCostLedgerTest extends CostLedgerContract {

    private final FakeCostLedger ledger = new FakeCostLedger();
    private final UnitOfWork work = new UnitOfWork() {
        @Override
        public synchronized <T> T run(Supplier<T> inside) {
            return inside.get();
        }
    };

    @Override
    protected CostLedger ledger() {
        return ledger;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return work;
    }
}
