package io.quantumleap.security.limit;

import io.quantumleap.security.limit.port.SharedBuckets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Holds every key to its allowance, over all instances of the server. To ask the shared bucket at every request would make
 * each of them wait for the database, so an instance draws a slice at a time, the hundredth part of the allowance, and spends
 * it here. What it has drawn and not yet spent is how far a key that has rested can get beyond its allowance. While the shared
 * buckets cannot be reached, each instance holds keys to the allowance by itself.
 *
 * <p>Safe for use by many threads.
 */
public final class RequestLimits {

    private static final int SLICES = 100;
    private static final int MOST_KEYS = 20_000;

    private final SharedBuckets shared;
    private final Clock clock;
    private final Map<LimitKey, Slice> slices;

    /** Wires the limits. */
    public RequestLimits(SharedBuckets shared, Clock clock) {
        this.shared = shared;
        this.clock = clock;
        this.slices = new Recent(MOST_KEYS);
    }

    /** Takes one request out of an allowance. */
    public LimitDecision take(LimitKey key, Allowance allowance) {
        Slice slice;
        synchronized (slices) {
            slice = slices.computeIfAbsent(key, Slice::new);
        }
        return slice.take(allowance, clock.instant());
    }

    /** What is left of a key's slice here. One lock for each key, so that a slow draw holds up only its own key. */
    private final class Slice {

        private final LimitKey key;
        private int left;
        private Bucket bucket = new Bucket(0, Instant.EPOCH);
        private Instant refusedUntil = Instant.MIN;

        private Slice(LimitKey key) {
            this.key = key;
        }

        private synchronized LimitDecision take(Allowance allowance, Instant now) {
            if (left == 0 && !now.isBefore(refusedUntil)) {
                draw(allowance, now);
            }
            if (left == 0) {
                return decision(allowance, now, waitFrom(now), false);
            }
            left--;
            return decision(allowance, now, Duration.ZERO, true);
        }

        private void draw(Allowance allowance, Instant now) {
            int wanted = Math.max(1, allowance.quota() / SLICES);
            SharedBuckets.Draw draw = shared.draw(key.text(), allowance, wanted, now);
            left = draw.taken();
            bucket = draw.left();
            refusedUntil = left == 0 ? now.plus(bucket.until(1, allowance)) : Instant.MIN;
        }

        private Duration waitFrom(Instant now) {
            Duration wait = Duration.between(now, refusedUntil);
            return wait.isNegative() || wait.isZero() ? Duration.ofMillis(1) : wait;
        }

        private LimitDecision decision(Allowance allowance, Instant now, Duration wait, boolean allowed) {
            long elsewhere = (long) bucket.refilled(allowance, now).tokens();
            long remaining = Math.min(allowance.quota(), left + elsewhere);
            return new LimitDecision(key.policy(), allowance, allowed ? remaining : 0, wait, allowed);
        }
    }

    /** Forgets the key that was asked for longest ago, so that nobody can fill the memory with addresses. */
    private static final class Recent extends LinkedHashMap<LimitKey, Slice> {

        private static final long serialVersionUID = 1L;

        private final int most;

        private Recent(int most) {
            super(1_024, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<LimitKey, Slice> eldest) {
            return size() > most;
        }
    }
}
