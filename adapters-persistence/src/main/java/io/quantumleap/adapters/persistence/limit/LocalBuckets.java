package io.quantumleap.adapters.persistence.limit;

import io.quantumleap.security.limit.Allowance;
import io.quantumleap.security.limit.Bucket;
import io.quantumleap.security.limit.port.SharedBuckets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Buckets of this instance alone, for the time in which the shared ones cannot be reached. Safe for use by many threads. */
final class LocalBuckets implements SharedBuckets {

    private static final int MOST = 20_000;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    @Override
    public Draw draw(String key, Allowance allowance, int wanted, Instant now) {
        if (buckets.size() >= MOST) {
            buckets.clear();
        }
        AtomicInteger taken = new AtomicInteger();
        Bucket left = buckets.compute(key, (same, known) -> {
            Bucket filled = (known == null ? Bucket.full(allowance, now) : known).refilled(allowance, now);
            taken.set((int) Math.min(wanted, Math.floor(filled.tokens())));
            return filled.less(taken.get());
        });
        return new Draw(taken.get(), left);
    }

    @Override
    public void forget(Instant lastUsedBefore) {
        buckets.values().removeIf(bucket -> bucket.at().isBefore(lastUsedBefore));
    }
}
