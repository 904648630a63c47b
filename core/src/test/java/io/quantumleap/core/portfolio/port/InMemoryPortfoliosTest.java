package io.quantumleap.core.portfolio.port;

import io.quantumleap.core.shared.OneAtATime;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.util.UUID;

class InMemoryPortfoliosTest extends PortfoliosContract {

    @Override
    protected Portfolios portfolios() {
        return new InMemoryPortfolios();
    }

    @Override
    protected UnitOfWork work() {
        return new OneAtATime();
    }

    @Override
    protected UserId someUser() {
        return new UserId(UUID.randomUUID());
    }
}
