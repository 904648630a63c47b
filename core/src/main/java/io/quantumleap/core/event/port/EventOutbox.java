package io.quantumleap.core.event.port;

import io.quantumleap.core.event.DomainEvent;

/**
 * Takes the events of a unit of work: they are stored with its changes or vanish with them, and are delivered later. Safe for use by
 * many threads.
 */
@FunctionalInterface
public interface EventOutbox {

    /**
     * Stores an event in the current unit of work. Whoever appends holds the aggregate, so that the order of appending is the order in
     * which the changes are seen.
     */
    void append(DomainEvent event);
}
