package io.quantumleap.core.event;

import java.time.Instant;
import java.util.Objects;

/**
 * A delivery that was given up. The later events of its aggregate wait behind it, so that their order is kept.
 *
 * @param letter which delivery it is
 * @param aggregate what the event happened to
 * @param type the kind of event
 * @param failures how often it was tried
 * @param occurredAt when the event happened
 * @param deadAt when it was given up
 * @param error what went wrong the last time
 */
public record DeadLetter(
        LetterId letter,
        String aggregate,
        String type,
        int failures,
        Instant occurredAt,
        Instant deadAt,
        String error) {

    /** Refuses missing parts. */
    public DeadLetter {
        Objects.requireNonNull(letter, "letter");
        Objects.requireNonNull(aggregate, "aggregate");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(deadAt, "deadAt");
        Objects.requireNonNull(error, "error");
    }
}
