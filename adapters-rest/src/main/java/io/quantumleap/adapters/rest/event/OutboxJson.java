package io.quantumleap.adapters.rest.event;

import io.quantumleap.core.event.DeadLetter;
import io.quantumleap.core.event.OutboxState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way to the consumers of events.
 *
 * @param waiting how many deliveries wait
 * @param dead how many were given up
 * @param oldestAgeSeconds how long the oldest waiting event has been waiting; absent when none waits
 * @param consumers one for each consumer
 * @param deadLetters the dead letters, the latest first, at most 100
 */
public record OutboxJson(
        long waiting, long dead, @Nullable Long oldestAgeSeconds, List<Consumer> consumers, List<Letter> deadLetters) {

    /** What one consumer still has to get. */
    public record Consumer(
            String name, long waiting, long dead, @Nullable Instant oldestAt) {}

    /** A delivery that was given up. */
    public record Letter(
            String id,
            String consumer,
            String aggregate,
            String type,
            int attempts,
            Instant occurredAt,
            Instant deadAt,
            String error) {}

    static OutboxJson of(OutboxState state, @Nullable Duration age, List<DeadLetter> deadLetters) {
        return new OutboxJson(
                state.waiting(),
                state.dead(),
                age == null ? null : age.toSeconds(),
                state.consumers().stream()
                        .map(one -> new Consumer(
                                one.consumer(),
                                one.waiting(),
                                one.dead(),
                                one.oldest().orElse(null)))
                        .toList(),
                deadLetters.stream().map(OutboxJson::letter).toList());
    }

    private static Letter letter(DeadLetter dead) {
        return new Letter(
                dead.letter().toString(),
                dead.letter().consumer(),
                dead.aggregate(),
                dead.type(),
                dead.failures(),
                dead.occurredAt(),
                dead.deadAt(),
                dead.error());
    }
}
