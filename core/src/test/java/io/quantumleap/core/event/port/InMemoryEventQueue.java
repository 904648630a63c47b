package io.quantumleap.core.event.port;

import io.quantumleap.core.event.DeadLetter;
import io.quantumleap.core.event.Delivery;
import io.quantumleap.core.event.DomainEvent;
import io.quantumleap.core.event.LetterId;
import io.quantumleap.core.event.OutboxState;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Outbox and queue in lists; for one thread at a time. */
public final class InMemoryEventQueue implements EventOutbox, EventQueue {

    private record Stored(long position, DomainEvent event, Instant occurredAt) {}

    private static final class Letter {

        private final LetterId id;
        private final Stored stored;
        private int failures;
        private Instant due;
        private @Nullable Instant deadAt;
        private String error = "";

        Letter(LetterId id, Stored stored) {
            this.id = id;
            this.stored = stored;
            this.due = stored.occurredAt();
        }
    }

    private final Clock clock;
    private final TreeSet<String> consumers = new TreeSet<>();
    private final List<Stored> events = new ArrayList<>();
    private final List<Letter> letters = new ArrayList<>();
    private long last;

    /** An empty one. */
    public InMemoryEventQueue(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void append(DomainEvent event) {
        Stored stored = new Stored(++last, event, clock.instant());
        events.add(stored);
        consumers.forEach(consumer -> letters.add(new Letter(new LetterId(consumer, stored.position()), stored)));
    }

    @Override
    public void register(Collection<String> names, Instant now) {
        consumers.addAll(names);
    }

    @Override
    public Optional<Delivery> claim(Collection<String> names, Instant now) {
        return letters.stream()
                .filter(letter -> names.contains(letter.id.consumer()))
                .filter(letter -> letter.deadAt == null && !letter.due.isAfter(now))
                .filter(this::isFirst)
                .findFirst()
                .map(letter -> new Delivery(letter.id, letter.failures, letter.stored::event));
    }

    private boolean isFirst(Letter letter) {
        return letters.stream()
                .filter(other -> other.id.consumer().equals(letter.id.consumer()))
                .filter(other -> other.stored
                        .event()
                        .aggregate()
                        .equals(letter.stored.event().aggregate()))
                .noneMatch(other -> other.id.position() < letter.id.position());
    }

    @Override
    public void done(LetterId id) {
        letters.removeIf(letter -> letter.id.equals(id));
    }

    @Override
    public void failed(LetterId id, Instant due, String error) {
        find(id).ifPresent(letter -> {
            letter.failures++;
            letter.due = due;
            letter.error = error;
        });
    }

    @Override
    public void buried(LetterId id, Instant now, String error) {
        find(id).ifPresent(letter -> {
            letter.failures++;
            letter.deadAt = now;
            letter.error = error;
        });
    }

    @Override
    public boolean revive(LetterId id, Instant now) {
        Optional<Letter> dead = letters.stream()
                .filter(letter -> letter.id.equals(id) && letter.deadAt != null)
                .findFirst();
        dead.ifPresent(letter -> {
            letter.failures = 0;
            letter.deadAt = null;
            letter.due = now;
        });
        return dead.isPresent();
    }

    private Optional<Letter> find(LetterId id) {
        return letters.stream()
                .filter(letter -> letter.id.equals(id) && letter.deadAt == null)
                .findFirst();
    }

    @Override
    public OutboxState state() {
        return new OutboxState(consumers.stream().map(this::state).toList());
    }

    private OutboxState.OfConsumer state(String consumer) {
        List<Letter> all = letters.stream()
                .filter(letter -> letter.id.consumer().equals(consumer))
                .toList();
        List<Letter> waiting =
                all.stream().filter(letter -> letter.deadAt == null).toList();
        return new OutboxState.OfConsumer(
                consumer,
                waiting.size(),
                all.size() - (long) waiting.size(),
                waiting.stream()
                        .map(letter -> letter.stored.occurredAt())
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    @Override
    public List<DeadLetter> deadLetters(int most) {
        return letters.stream()
                .filter(letter -> letter.deadAt != null)
                .map(letter -> new DeadLetter(
                        letter.id,
                        letter.stored.event().aggregate().toString(),
                        letter.stored.event().getClass().getSimpleName(),
                        letter.failures,
                        letter.stored.occurredAt(),
                        Objects.requireNonNull(letter.deadAt),
                        letter.error))
                .sorted(Comparator.comparing(DeadLetter::deadAt).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public int forget(Instant before, int most) {
        List<Stored> old = events.stream()
                .filter(event -> event.occurredAt().isBefore(before))
                .filter(event -> letters.stream().noneMatch(letter -> letter.stored.equals(event)))
                .limit(most)
                .toList();
        events.removeAll(old);
        return old.size();
    }
}
