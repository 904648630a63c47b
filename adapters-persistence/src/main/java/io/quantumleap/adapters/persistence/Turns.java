package io.quantumleap.adapters.persistence;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets one thread at a time work on a thing, in the order in which they came. The database's own locks do the same among all
 * instances, but who waits for one of those holds a connection meanwhile, and many who wait for one thing would hold all of them.
 * Safe for use by many threads.
 */
final class Turns {

    private final ConcurrentMap<Object, Turn> turns = new ConcurrentHashMap<>();

    /** A thing that somebody works on or waits for. */
    private record Turn(Semaphore free, int users) {

        Turn with(int more) {
            return new Turn(free, users + more);
        }
    }

    /**
     * Waits for one's turn; {@link #giveBack} ends it, on whatever thread.
     *
     * @return whether it came in time
     */
    boolean take(Object thing, Duration within) throws InterruptedException {
        Turn turn = Objects.requireNonNull(turns.compute(
                thing, (same, known) -> (known == null ? new Turn(new Semaphore(1, true), 0) : known).with(1)));
        boolean taken = false;
        try {
            taken = turn.free().tryAcquire(within.toNanos(), TimeUnit.NANOSECONDS);
            return taken;
        } finally {
            if (!taken) {
                forget(thing);
            }
        }
    }

    /** Lets the next one have its turn. */
    void giveBack(Object thing) {
        Objects.requireNonNull(turns.get(thing)).free().release();
        forget(thing);
    }

    private void forget(Object thing) {
        turns.computeIfPresent(thing, (same, turn) -> turn.users() == 1 ? null : turn.with(-1));
    }

    /** How many things somebody works on or waits for. */
    int size() {
        return turns.size();
    }
}
