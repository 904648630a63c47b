package io.quantumleap.core.market.port;

import io.quantumleap.core.shared.OneAtATime;
import io.quantumleap.core.shared.UnitOfWork;

class InMemoryPriceHistoryTest extends PriceHistoryContract {

    @Override
    protected PriceHistory prices() {
        return new InMemoryPriceHistory();
    }

    @Override
    protected UnitOfWork work() {
        return new OneAtATime();
    }
}
