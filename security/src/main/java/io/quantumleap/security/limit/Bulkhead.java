package io.quantumleap.security.limit;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * So many places for work that is dear, and a queue of bounded length and patience before them: whoever finds the queue full,
 * or waits too long, is sent away, and the rest of the server stays quick. Safe for use by many threads.
 */
public final class Bulkhead {

    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Size size;

    /** A bulkhead of this size. */
    public Bulkhead(Size size) {
        this.size = size;
        this.places = new Semaphore(size.places(), true);
    }

    /**
     * How large a bulkhead is.
     *
     * @param places how many work at once
     * @param queue how many wait at most
     * @param patience how long one waits at most
     */
    public record Size(int places, int queue, Duration patience) {

        /** Refuses a bulkhead without places. */
        public Size {
            Objects.requireNonNull(patience, "patience");
            if (places < 1 || queue < 0 || patience.isNegative()) {
                throw new IllegalArgumentException("a bulkhead has places, and no less than an empty queue");
            }
        }
    }

    /** A place, until it is left; leaving it twice is leaving it once. */
    public final class Place implements AutoCloseable {

        private final AtomicBoolean left = new AtomicBoolean();

        private Place() {}

        @Override
        public void close() {
            if (left.compareAndSet(false, true)) {
                places.release();
            }
        }
    }

    /** Waits for a place; empty if there is none in time, or if the thread is told to stop. */
    public Optional<Place> enter() {
        if (isFree()) {
            return Optional.of(new Place());
        }
        if (waiting.incrementAndGet() > size.queue()) {
            waiting.decrementAndGet();
            return Optional.empty();
        }
        try {
            return places.tryAcquire(size.patience().toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(new Place())
                    : Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Whether a place could be had without going past anybody who waits. */
    private boolean isFree() {
        return !places.hasQueuedThreads() && places.tryAcquire();
    }

    /** How many wait at this moment. */
    public int waiting() {
        return waiting.get();
    }

    /** How many work at this moment. */
    public int working() {
        return size.places() - places.availablePermits();
    }
}
