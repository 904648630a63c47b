package io.quantumleap.core.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way.
 *
 * @param consumers one for each consumer, by name
 */
public record OutboxState(List<OfConsumer> consumers) {

    /** Copies the list. */
    public OutboxState {
        consumers = List.copyOf(consumers);
    }

    /**
     * What one consumer still has to get.
     *
     * @param consumer its name
     * @param waiting how many deliveries wait, those behind a dead letter included
     * @param dead how many were given up
     * @param oldestOrNull when the oldest waiting event happened, or null; read it through {@link #oldest()}
     */
    public record OfConsumer(
            String consumer,
            long waiting,
            long dead,
            @Nullable Instant oldestOrNull) {

        /** When the oldest waiting event happened. */
        public Optional<Instant> oldest() {
            return Optional.ofNullable(oldestOrNull);
        }
    }

    /** How many deliveries wait. */
    public long waiting() {
        return consumers.stream().mapToLong(OfConsumer::waiting).sum();
    }

    /** How many deliveries were given up. */
    public long dead() {
        return consumers.stream().mapToLong(OfConsumer::dead).sum();
    }

    /** When the oldest waiting event happened. */
    public Optional<Instant> oldest() {
        return consumers.stream().flatMap(one -> one.oldest().stream()).min(Instant::compareTo);
    }
}
