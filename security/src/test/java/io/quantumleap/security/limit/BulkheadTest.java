package io.quantumleap.security.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BulkheadTest {

    @Test
    void sendsAwayWhoFindsNoPlaceAndNoQueue() {
        Bulkhead bulkhead = new Bulkhead(new Bulkhead.Size(1, 0, Duration.ofMinutes(1)));
        Bulkhead.Place first = bulkhead.enter().orElseThrow();

        assertThat(bulkhead.enter()).isEmpty();
        first.close();
        assertThat(bulkhead.enter()).isPresent();
    }

    @Test
    void sendsAwayWhoWaitsTooLong() {
        Bulkhead bulkhead = new Bulkhead(new Bulkhead.Size(1, 1, Duration.ofMillis(10)));
        assertThat(bulkhead.enter()).isPresent();

        assertThat(bulkhead.enter()).isEmpty();
    }

    @Test
    void letsTheQueueInWhenAPlaceIsLeft() throws Exception {
        Bulkhead bulkhead = new Bulkhead(new Bulkhead.Size(1, 1, Duration.ofMinutes(1)));
        Bulkhead.Place first = bulkhead.enter().orElseThrow();
        CompletableFuture<Optional<Bulkhead.Place>> second = CompletableFuture.supplyAsync(bulkhead::enter);

        first.close();

        assertThat(second.get(1, TimeUnit.MINUTES)).isPresent();
        assertThat(bulkhead.working()).isEqualTo(1);
    }

    @Test
    void letsNobodyPastThoseWhoWait() throws Exception {
        Bulkhead bulkhead = new Bulkhead(new Bulkhead.Size(1, 1, Duration.ofMinutes(1)));
        Bulkhead.Place first = bulkhead.enter().orElseThrow();
        CompletableFuture<Optional<Bulkhead.Place>> second = CompletableFuture.supplyAsync(bulkhead::enter);
        while (bulkhead.waiting() == 0) {
            Thread.onSpinWait();
        }

        assertThat(bulkhead.enter()).as("the queue is full").isEmpty();
        first.close();

        assertThat(second.get(1, TimeUnit.MINUTES)).isPresent();
    }

    @Test
    void givesAPlaceBackOnceHoweverOftenItIsLeft() {
        Bulkhead bulkhead = new Bulkhead(new Bulkhead.Size(2, 0, Duration.ZERO));
        Bulkhead.Place place = bulkhead.enter().orElseThrow();
        place.close();
        place.close();

        assertThat(bulkhead.working()).isZero();
        assertThat(bulkhead.enter()).isPresent();
        assertThat(bulkhead.enter()).isPresent();
        assertThat(bulkhead.enter()).isEmpty();
    }
}
