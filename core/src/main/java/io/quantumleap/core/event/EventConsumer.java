package io.quantumleap.core.event;

/**
 * Wants to hear of events. It is called inside a unit of work that also notes the event as delivered: what it writes there happens
 * exactly once, whatever crashes. What it does elsewhere may happen again.
 */
public interface EventConsumer {

    /** Its name for all time, such as {@code valuations}: short, lower case, words joined by dashes. */
    String name();

    /** Takes one event; whatever it throws brings the event again later. Events that it does not care about it leaves alone. */
    void accept(DomainEvent event);
}
