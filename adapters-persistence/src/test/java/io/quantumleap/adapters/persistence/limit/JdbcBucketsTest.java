package io.quantumleap.adapters.persistence.limit;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.security.limit.SharedBucketsContract;
import io.quantumleap.security.limit.port.SharedBuckets;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcBucketsTest extends SharedBucketsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected SharedBuckets buckets() {
        return new JdbcBuckets(DATABASE.dataSource());
    }
}
