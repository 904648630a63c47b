package io.quantumleap.security.limit.port;

import io.quantumleap.security.limit.Allowance;
import io.quantumleap.security.limit.Bucket;
import java.time.Instant;

/** Token buckets that every instance of the server draws on. Safe for use by many threads and many instances. */
public interface SharedBuckets {

    /**
     * Takes up to so many tokens from a bucket, atomically; a bucket that nobody has used is full.
     *
     * @param wanted how many at most; whole tokens are taken, or none
     */
    Draw draw(String key, Allowance allowance, int wanted, Instant now);

    /** Forgets buckets that have been left alone for so long that they are full again. */
    void forget(Instant lastUsedBefore);

    /**
     * What came of it.
     *
     * @param taken how many tokens were taken
     * @param left the bucket afterwards
     */
    record Draw(int taken, Bucket left) {}
}
