package io.quantumleap.core.valuation.port;

import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.OneAtATime;
import io.quantumleap.core.shared.UnitOfWork;
import java.util.UUID;

class InMemoryStoredValuationsTest extends StoredValuationsContract {

    private final InMemoryStoredValuations valuations = new InMemoryStoredValuations();
    private final OneAtATime work = new OneAtATime();

    @Override
    protected StoredValuations valuations() {
        return valuations;
    }

    @Override
    protected UnitOfWork work() {
        return work;
    }

    @Override
    protected PortfolioId somePortfolio() {
        return new PortfolioId(UUID.randomUUID());
    }
}
