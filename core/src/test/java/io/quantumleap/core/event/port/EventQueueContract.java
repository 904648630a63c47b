package io.quantumleap.core.event.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.event.Aggregate;
import io.quantumleap.core.event.DeadLetter;
import io.quantumleap.core.event.Delivery;
import io.quantumleap.core.event.DomainEvent;
import io.quantumleap.core.event.LetterId;
import io.quantumleap.core.event.OutboxState;
import io.quantumleap.core.event.PricesChanged;
import io.quantumleap.core.event.TransactionsRecorded;
import io.quantumleap.core.shared.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every outbox with its queue keeps to. */
public abstract class EventQueueContract {

    /** When everything happens. */
    protected static final Instant NOW = Instant.parse("2024-06-01T12:00:00Z");

    /** The clock of the outbox. */
    protected static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** A consumer. */
    protected static final Set<String> POINTS = Set.of("points");

    private static final Set<String> VALUES = Set.of("values");
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final UUID OWNER = UUID.randomUUID();

    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    private EventOutbox outbox;
    private EventQueue queue;
    private UnitOfWork work;

    /** An outbox in which nothing is. */
    protected abstract EventOutbox outbox();

    /** The queue of that outbox. */
    protected abstract EventQueue queue();

    /** The unit of work of both. */
    protected abstract UnitOfWork unitOfWork();

    @BeforeEach
    void open() {
        outbox = outbox();
        queue = queue();
        work = unitOfWork();
        work.run(() -> queue.register(POINTS, NOW));
    }

    /** A change of a portfolio. */
    protected static DomainEvent change(UUID portfolio, long version) {
        return new TransactionsRecorded(portfolio, OWNER, version, version, version, DAY);
    }

    private void append(DomainEvent... events) {
        work.run(() -> List.of(events).forEach(outbox::append));
    }

    private List<DomainEvent> deliverAll(Set<String> consumers) {
        List<DomainEvent> delivered = new ArrayList<>();
        while (work.run(() -> {
            Optional<Delivery> next = queue.claim(consumers, NOW);
            next.ifPresent(delivery -> {
                delivered.add(delivery.content().get());
                queue.done(delivery.letter());
            });
            return next.isPresent();
        })) {}
        return delivered;
    }

    private LetterId claimOne() {
        return work.run(() -> queue.claim(POINTS, NOW).orElseThrow().letter());
    }

    @Test
    void deliversEveryEventOnceInOrder() {
        append(change(one, 1), change(other, 1), change(one, 2));
        append(change(one, 3), new PricesChanged(4, List.of(new PricesChanged.Change("ACME", DAY))));

        List<DomainEvent> delivered = deliverAll(POINTS);

        assertThat(delivered).hasSize(5);
        assertThat(delivered.stream().filter(event -> event.aggregate().equals(Aggregate.portfolio(one))))
                .containsExactly(change(one, 1), change(one, 2), change(one, 3));
        assertThat(deliverAll(POINTS)).isEmpty();
    }

    @Test
    void keepsEventsForEachConsumerByItself() {
        work.run(() -> queue.register(VALUES, NOW));
        append(change(one, 1));

        assertThat(deliverAll(POINTS)).containsExactly(change(one, 1));
        assertThat(deliverAll(VALUES)).containsExactly(change(one, 1));
    }

    @Test
    void keepsNothingForAConsumerBeforeItIsRegistered() {
        append(change(one, 1));
        work.run(() -> queue.register(VALUES, NOW));
        append(change(one, 2));

        assertThat(deliverAll(VALUES)).containsExactly(change(one, 2));
    }

    @Test
    void aFailureHoldsUpItsAggregateAloneUntilItIsDueAgain() {
        append(change(one, 1), change(one, 2), change(other, 1));
        LetterId first = claimOne();
        work.run(() -> queue.failed(first, NOW.plusSeconds(1), "no"));

        assertThat(deliverAll(POINTS)).containsExactly(change(other, 1));
        Delivery again = work.run(() -> queue.claim(POINTS, NOW.plusSeconds(1)).orElseThrow());
        assertThat(again.letter()).isEqualTo(first);
        assertThat(again.failures()).isEqualTo(1);
    }

    @Test
    void aDeadLetterIsShownAndHoldsBackItsAggregateUntilItIsRevived() {
        append(change(one, 1), change(one, 2), change(other, 1));
        LetterId first = claimOne();
        work.run(() -> queue.buried(first, NOW, "no such table\0"));

        assertThat(deliverAll(POINTS)).containsExactly(change(other, 1));
        assertThat(queue.deadLetters(10)).singleElement().satisfies(dead -> {
            assertThat(dead.letter()).isEqualTo(first);
            assertThat(dead.aggregate()).isEqualTo("portfolio:" + one);
            assertThat(dead.error()).startsWith("no such table");
            assertThat(dead.failures()).isEqualTo(1);
        });
        assertThat(work.run(() -> queue.revive(first, NOW))).isTrue();
        assertThat(work.run(() -> queue.revive(first, NOW))).isFalse();
        assertThat(deliverAll(POINTS)).containsExactly(change(one, 1), change(one, 2));
        assertThat(queue.deadLetters(10)).isEmpty();
    }

    @Test
    void countsWhatWaitsAndWhatWasGivenUp() {
        append(change(one, 1), change(one, 2), change(other, 1));
        work.run(() -> queue.buried(claimOne(), NOW, "no"));

        assertThat(queue.state()).isEqualTo(new OutboxState(List.of(new OutboxState.OfConsumer("points", 2, 1, NOW))));
        assertThat(queue.state().waiting()).isEqualTo(2);
        assertThat(queue.state().oldest()).contains(NOW);
    }

    @Test
    void forgetsWhatEverybodyHasHadAndNothingElse() {
        append(change(one, 1), change(other, 1));
        LetterId delivered = claimOne();
        work.run(() -> queue.done(delivered));

        assertThat(work.run(() -> queue.forget(NOW, 10))).isZero();
        assertThat(work.run(() -> queue.forget(NOW.plusSeconds(1), 10))).isEqualTo(1);
        assertThat(deliverAll(POINTS)).containsExactly(change(other, 1));
        assertThat(work.run(() -> queue.forget(NOW.plusSeconds(1), 10))).isEqualTo(1);
    }

    @Test
    void listsNoMoreDeadLettersThanAskedFor() {
        append(change(one, 1), change(other, 1));
        work.run(() -> queue.buried(claimOne(), NOW, "no"));
        work.run(() -> queue.buried(claimOne(), NOW.plusSeconds(1), "no"));

        assertThat(queue.deadLetters(1)).extracting(DeadLetter::deadAt).containsExactly(NOW.plusSeconds(1));
    }
}
