package io.quantumleap.core.market.action.port;

import io.quantumleap.core.shared.OneAtATime;
import io.quantumleap.core.shared.UnitOfWork;

class InMemoryCorporateActionsTest extends CorporateActionsContract {

    @Override
    protected CorporateActions actions() {
        return new InMemoryCorporateActions();
    }

    @Override
    protected UnitOfWork work() {
        return new OneAtATime();
    }
}
