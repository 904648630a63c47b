package io.quantumleap.core.event;

import io.quantumleap.core.event.port.EventQueue;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.UnitOfWork;
import java.time.Clock;
import java.util.Objects;

/** Gives a dead letter all its attempts again, once what stood in its way is gone. Safe for use by many threads. */
public final class RetryDeadLetter {

    private final EventQueue queue;
    private final UnitOfWork work;
    private final Clock clock;

    /** Works on these ports. */
    public RetryDeadLetter(EventQueue queue, UnitOfWork work, Clock clock) {
        this.queue = Objects.requireNonNull(queue, "queue");
        this.work = Objects.requireNonNull(work, "work");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Makes it due now.
     *
     * @throws MissingObjectException if there is no such dead letter
     */
    public void retry(LetterId letter) {
        if (!work.run(() -> queue.revive(letter, clock.instant()))) {
            throw new MissingObjectException("There is no such dead letter.");
        }
    }
}
