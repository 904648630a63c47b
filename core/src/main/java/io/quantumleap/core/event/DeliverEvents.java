package io.quantumleap.core.event;

import io.quantumleap.core.event.port.EventQueue;
import io.quantumleap.core.shared.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings events to their consumers: at least once, in order for each aggregate, and with exactly one effect of what a consumer writes
 * in the unit of work. Safe for use by many threads and many programs at once.
 */
public final class DeliverEvents {

    /** Events that everybody has had are kept so long, for people who look for what happened. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final int FORGOTTEN_AT_ONCE = 10_000;
    private static final int LONGEST_ERROR = 500;

    private final EventQueue queue;
    private final Map<String, EventConsumer> consumers;
    private final RetryPolicy policy;
    private final UnitOfWork work;
    private final Clock clock;
    private final DoubleSupplier chance;

    /**
     * Works on these ports.
     *
     * @param chance gives random numbers from 0 to 1
     */
    public DeliverEvents(
            EventQueue queue,
            List<EventConsumer> consumers,
            RetryPolicy policy,
            UnitOfWork work,
            Clock clock,
            DoubleSupplier chance) {
        this.queue = Objects.requireNonNull(queue, "queue");
        this.consumers =
                consumers.stream().collect(Collectors.toUnmodifiableMap(EventConsumer::name, Function.identity()));
        this.policy = Objects.requireNonNull(policy, "policy");
        this.work = Objects.requireNonNull(work, "work");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.chance = Objects.requireNonNull(chance, "chance");
    }

    /** What came of an attempt. */
    public enum Outcome {
        /** Nothing was due. */
        NOTHING,
        /** One event was delivered. */
        DELIVERED,
        /** One delivery failed and is tried again later. */
        FAILED,
        /** One delivery failed for the last time. */
        DEAD
    }

    /** Lets the outbox know the consumers; until then nothing is kept for a new one. */
    public void begin() {
        work.run(() -> queue.register(consumers.keySet(), clock.instant()));
    }

    /** Delivers one event that is due, if there is one. */
    public Outcome deliverNext() {
        Attempt attempt = new Attempt();
        try {
            return work.run(attempt::make) ? Outcome.DELIVERED : Outcome.NOTHING;
        } catch (RuntimeException failure) {
            Delivery claimed = attempt.claimed;
            if (claimed == null) {
                throw failure;
            }
            return work.run(() -> note(claimed, failure));
        }
    }

    /** One try; remembers what it had in hand when it failed. */
    private final class Attempt {

        private @Nullable Delivery claimed;

        boolean make() {
            Optional<Delivery> next = queue.claim(consumers.keySet(), clock.instant());
            next.ifPresent(this::deliver);
            return next.isPresent();
        }

        private void deliver(Delivery delivery) {
            claimed = delivery;
            EventConsumer consumer =
                    Objects.requireNonNull(consumers.get(delivery.letter().consumer()), "consumer");
            consumer.accept(delivery.content().get());
            queue.done(delivery.letter());
        }
    }

    private Outcome note(Delivery delivery, RuntimeException failure) {
        int failures = delivery.failures() + 1;
        Instant now = clock.instant();
        if (policy.isExhausted(failures)) {
            queue.buried(delivery.letter(), now, sentence(failure));
            return Outcome.DEAD;
        }
        queue.failed(delivery.letter(), now.plus(policy.wait(failures, chance.getAsDouble())), sentence(failure));
        return Outcome.FAILED;
    }

    private static String sentence(RuntimeException failure) {
        String text = failure.toString();
        return text.substring(0, Math.min(LONGEST_ERROR, text.length()));
    }

    /** Lets go of old events that everybody has had. Returns how many. */
    public int forgetDelivered() {
        return work.run(() -> queue.forget(clock.instant().minus(KEPT), FORGOTTEN_AT_ONCE));
    }
}
