package io.quantumleap.security.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.security.limit.port.SharedBuckets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every store of buckets must do. */
public abstract class SharedBucketsContract {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Allowance TEN = new Allowance(10, Duration.ofSeconds(10));

    private final String key = "read-user:" + UUID.randomUUID();

    protected abstract SharedBuckets buckets();

    @Test
    void beginsFullAndGivesNoMoreThanThereIs() {
        SharedBuckets buckets = buckets();

        assertThat(buckets.draw(key, TEN, 4, NOON).taken()).isEqualTo(4);
        assertThat(buckets.draw(key, TEN, 4, NOON).taken()).isEqualTo(4);
        assertThat(buckets.draw(key, TEN, 4, NOON).taken()).isEqualTo(2);
        assertThat(buckets.draw(key, TEN, 1, NOON).taken()).isZero();
        assertThat(buckets.draw(key + "x", TEN, 1, NOON).taken()).isEqualTo(1);
    }

    @Test
    void refillsWithTimeAndNeverOverflows() {
        SharedBuckets buckets = buckets();
        buckets.draw(key, TEN, 10, NOON);

        assertThat(buckets.draw(key, TEN, 10, NOON.plusMillis(2_500)).taken()).isEqualTo(2);
        SharedBuckets.Draw later = buckets.draw(key, TEN, 0, NOON.plusMillis(3_000));
        assertThat(later.left().tokens()).isCloseTo(1.0, within(1e-6));
        assertThat(buckets.draw(key, TEN, 100, NOON.plusSeconds(3_600)).taken()).isEqualTo(10);
    }

    @Test
    void gainsNothingByAClockThatGoesBack() {
        SharedBuckets buckets = buckets();
        buckets.draw(key, TEN, 10, NOON);

        assertThat(buckets.draw(key, TEN, 1, NOON.minusSeconds(60)).taken()).isZero();
        assertThat(buckets.draw(key, TEN, 10, NOON.plusSeconds(1)).taken()).isEqualTo(1);
    }

    @Test
    void forgetsWhatIsFullAgain() {
        SharedBuckets buckets = buckets();
        buckets.draw(key, TEN, 10, NOON);

        buckets.forget(NOON.plusSeconds(1));

        assertThat(buckets.draw(key, TEN, 10, NOON).taken()).isEqualTo(10);
    }

    @Test
    void givesEachTokenOnceHoweverManyAsk() throws InterruptedException {
        SharedBuckets buckets = buckets();
        AtomicInteger taken = new AtomicInteger();
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 40; i++) {
            crowd.execute(() -> taken.addAndGet(buckets.draw(key, TEN, 1, NOON).taken()));
        }
        crowd.shutdown();

        assertThat(crowd.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(taken).hasValue(10);
    }
}
