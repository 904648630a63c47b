package io.quantumleap.core.market.reference.port;

import io.quantumleap.core.market.port.InMemoryPriceHistory;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.shared.OneAtATime;
import io.quantumleap.core.shared.UnitOfWork;

class InMemoryInstrumentsTest extends InstrumentsContract {

    @Override
    protected PriceHistory prices() {
        return new InMemoryPriceHistory();
    }

    @Override
    protected Instruments instruments(PriceHistory beside) {
        return new InMemoryInstruments((InMemoryPriceHistory) beside);
    }

    @Override
    protected UnitOfWork work() {
        return new OneAtATime();
    }
}
