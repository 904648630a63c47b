package io.quantumleap.security.limit;

import io.quantumleap.security.limit.port.SharedBuckets;
import io.quantumleap.security.testing.InMemoryBuckets;

class InMemoryBucketsTest extends SharedBucketsContract {

    private final InMemoryBuckets buckets = new InMemoryBuckets();

    @Override
    protected SharedBuckets buckets() {
        return buckets;
    }
}
