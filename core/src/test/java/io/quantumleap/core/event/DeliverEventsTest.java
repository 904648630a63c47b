package io.quantumleap.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.core.event.port.InMemoryEventQueue;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.OneAtATime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliverEventsTest {

    private static final PortfolioClosed CLOSED = new PortfolioClosed(UUID.randomUUID(), UUID.randomUUID());
    private static final RetryPolicy POLICY = new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(60));

    private final HandClock clock = new HandClock();
    private final OneAtATime work = new OneAtATime();
    private final InMemoryEventQueue queue = new InMemoryEventQueue(clock);
    private final List<DomainEvent> heard = new ArrayList<>();
    private int refusals;

    private final DeliverEvents deliver =
            new DeliverEvents(queue, List.of(new Listener()), POLICY, work, clock, () -> 0);

    /** Refuses so many events, then listens. */
    private final class Listener implements EventConsumer {

        @Override
        public String name() {
            return "listener";
        }

        @Override
        public void accept(DomainEvent event) {
            if (refusals-- > 0) {
                throw new IllegalStateException("Not now.");
            }
            heard.add(event);
        }
    }

    private static final class HandClock extends Clock {

        private Instant now = Instant.parse("2024-06-01T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void begin() {
        deliver.begin();
        queue.append(CLOSED);
    }

    @Test
    void deliversAndThenHasNothingToDo() {
        assertThat(deliver.deliverNext()).isEqualTo(DeliverEvents.Outcome.DELIVERED);
        assertThat(deliver.deliverNext()).isEqualTo(DeliverEvents.Outcome.NOTHING);
        assertThat(heard).containsExactly(CLOSED);
    }

    @Test
    void waitsTwiceAsLongAfterEachFailure() {
        refusals = 2;

        assertThat(deliver.deliverNext()).isEqualTo(DeliverEvents.Outcome.FAILED);
        clock.now = clock.now.plusMillis(999);
        assertThat(deliver.deliverNext()).isEqualTo(DeliverEvents.Outcome.NOTHING);
        clock.now = clock.now.plusMillis(1);
        assertThat(deliver.deliverNext()).isEqualTo(DeliverEvents.Outcome.FAILED);
        clock.now = clock.now.plusMillis(1_999);
        assertThat(deliver.deliverNext()).isEqualTo(DeliverEvents.Outcome.NOTHING);
        clock.now = clock.now.plusMillis(1);
        assertThat(deliver.deliverNext()).isEqualTo(DeliverEvents.Outcome.DELIVERED);
        assertThat(heard).containsExactly(CLOSED);
    }

    @Test
    void givesUpAfterTheLastAttemptAndTriesAgainWhenTold() {
        refusals = 3;
        deliver.deliverNext();
        clock.now = clock.now.plusSeconds(5);
        deliver.deliverNext();
        clock.now = clock.now.plusSeconds(5);

        assertThat(deliver.deliverNext()).isEqualTo(DeliverEvents.Outcome.DEAD);
        ViewOutbox view = new ViewOutbox(queue, clock);
        DeadLetter dead = view.deadLetters().get(0);
        assertThat(dead.error()).contains("Not now.");
        assertThat(view.state().dead()).isEqualTo(1);
        new RetryDeadLetter(queue, work, clock).retry(dead.letter());
        assertThat(deliver.deliverNext()).isEqualTo(DeliverEvents.Outcome.DELIVERED);
    }

    @Test
    void knowsNoDeadLetterThatIsNotThere() {
        assertThatThrownBy(() -> new RetryDeadLetter(queue, work, clock).retry(LetterId.parse("listener.1")))
                .isInstanceOf(MissingObjectException.class);
    }

    @Test
    void forgetsAWeekLater() {
        deliver.deliverNext();
        assertThat(deliver.forgetDelivered()).isZero();
        clock.now = clock.now.plus(Duration.ofDays(8));
        assertThat(deliver.forgetDelivered()).isEqualTo(1);
    }

    @Property
    void neverWaitsLongerThanTheLongestNorLessThanHalf(
            @ForAll @IntRange(min = 1, max = 1_000) int failures,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double chance) {
        Duration wait = POLICY.wait(failures, chance);

        assertThat(wait).isLessThanOrEqualTo(POLICY.longest()).isGreaterThanOrEqualTo(Duration.ofMillis(500));
    }
}
