package io.quantumleap.core.event;

import io.quantumleap.core.event.port.EventQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Shows operators what is on its way and what was given up. Safe for use by many threads. */
public final class ViewOutbox {

    /** One look shows no more dead letters than this. */
    public static final int MOST_DEAD_LETTERS = 100;

    private final EventQueue queue;
    private final Clock clock;

    /** Works on these ports. */
    public ViewOutbox(EventQueue queue, Clock clock) {
        this.queue = Objects.requireNonNull(queue, "queue");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** What is on its way. */
    public OutboxState state() {
        return queue.state();
    }

    /** How long the oldest waiting event has been waiting. */
    public Optional<Duration> age(OutboxState state) {
        return state.oldest().map(oldest -> Duration.between(oldest, clock.instant()));
    }

    /** The dead letters, the latest first, at most {@value #MOST_DEAD_LETTERS}. */
    public List<DeadLetter> deadLetters() {
        return queue.deadLetters(MOST_DEAD_LETTERS);
    }
}
