package io.quantumleap.core.event.port;

import io.quantumleap.core.shared.OneAtATime;
import io.quantumleap.core.shared.UnitOfWork;

class InMemoryEventQueueTest extends EventQueueContract {

    private final InMemoryEventQueue queue = new InMemoryEventQueue(CLOCK);
    private final OneAtATime work = new OneAtATime();

    @Override
    protected EventOutbox outbox() {
        return queue;
    }

    @Override
    protected EventQueue queue() {
        return queue;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return work;
    }
}
