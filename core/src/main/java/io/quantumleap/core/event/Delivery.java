package io.quantumleap.core.event;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * An event on its way to one consumer.
 *
 * @param letter which delivery it is
 * @param failures how often it has failed already
 * @param content reads the event; throws if it is of a form that this program does not know
 */
public record Delivery(LetterId letter, int failures, Supplier<? extends DomainEvent> content) {

    /** Refuses missing parts. */
    public Delivery {
        Objects.requireNonNull(letter, "letter");
        Objects.requireNonNull(content, "content");
    }
}
