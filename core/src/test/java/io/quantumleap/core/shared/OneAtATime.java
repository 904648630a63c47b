package io.quantumleap.core.shared;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A unit of work for fakes: one runs at a time. Nothing is rolled back, so it cannot stand in where that matters. */
public final class OneAtATime implements UnitOfWork {

    private final ReentrantLock turn = new ReentrantLock();

    @Override
    public <T> T run(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }
}
