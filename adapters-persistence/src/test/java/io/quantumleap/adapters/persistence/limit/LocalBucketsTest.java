package io.quantumleap.adapters.persistence.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.security.limit.Allowance;
import io.quantumleap.security.limit.SharedBucketsContract;
import io.quantumleap.security.limit.port.SharedBuckets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class LocalBucketsTest extends SharedBucketsContract {

    private final LocalBuckets local = new LocalBuckets();

    @Override
    protected SharedBuckets buckets() {
        return local;
    }

    @Test
    void countsHereWhileTheDatabaseIsAway() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/none");
        JdbcBuckets buckets = new JdbcBuckets(nowhere);
        Allowance three = new Allowance(3, Duration.ofHours(1));
        Instant now = Instant.parse("2026-03-01T12:00:00Z");

        assertThat(buckets.draw("key", three, 2, now).taken()).isEqualTo(2);
        assertThat(buckets.draw("key", three, 2, now).taken()).isEqualTo(1);
        assertThat(buckets.draw("key", three, 2, now).taken()).isZero();
    }
}
