package io.quantumleap.security.testing;

import io.quantumleap.security.limit.Allowance;
import io.quantumleap.security.limit.Bucket;
import io.quantumleap.security.limit.port.SharedBuckets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Buckets in memory. */
public final class InMemoryBuckets implements SharedBuckets {

    private final Map<String, Bucket> buckets = new HashMap<>();
    private int draws;

    @Override
    public synchronized Draw draw(String key, Allowance allowance, int wanted, Instant now) {
        draws++;
        Bucket filled = buckets.getOrDefault(key, Bucket.full(allowance, now)).refilled(allowance, now);
        int taken = (int) Math.min(wanted, Math.floor(filled.tokens()));
        buckets.put(key, filled.less(taken));
        return new Draw(taken, filled.less(taken));
    }

    @Override
    public synchronized void forget(Instant lastUsedBefore) {
        buckets.values().removeIf(bucket -> bucket.at().isBefore(lastUsedBefore));
    }

    /** How often anybody drew. */
    public synchronized int draws() {
        return draws;
    }
}
