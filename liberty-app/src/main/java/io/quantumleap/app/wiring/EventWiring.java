package io.quantumleap.app.wiring;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.event.JdbcEventOutbox;
import io.quantumleap.adapters.persistence.event.JdbcEventQueue;
import io.quantumleap.core.event.DeliverEvents;
import io.quantumleap.core.event.EventConsumer;
import io.quantumleap.core.event.RetryDeadLetter;
import io.quantumleap.core.event.RetryPolicy;
import io.quantumleap.core.event.ViewOutbox;
import io.quantumleap.core.event.port.EventOutbox;
import io.quantumleap.core.event.port.EventQueue;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;

/** Events: the outbox, and everybody who wants to hear of them. */
@ApplicationScoped
public class EventWiring {

    /** For the container. */
    public EventWiring() {}

    /** Where events wait for their consumers. */
    @Produces
    @Singleton
    EventOutbox outbox(JpaUnitOfWork work, IdGenerator ids, Clock clock) {
        return new JdbcEventOutbox(work, ids, clock);
    }

    /** What of them still has to be delivered. */
    @Produces
    @Singleton
    EventQueue queue(JpaUnitOfWork work) {
        return new JdbcEventQueue(work);
    }

    /** Delivering, to every consumer that is a bean. */
    @Produces
    @Singleton
    DeliverEvents deliverEvents(
            EventQueue queue, @Any Instance<EventConsumer> consumers, UnitOfWork work, Clock clock) {
        return new DeliverEvents(
                queue, consumers.stream().toList(), RetryPolicy.USUAL, work, clock, () -> ThreadLocalRandom.current()
                        .nextDouble());
    }

    /** Looking at what is on its way. */
    @Produces
    @Singleton
    ViewOutbox viewOutbox(EventQueue queue, Clock clock) {
        return new ViewOutbox(queue, clock);
    }

    /** Trying a dead letter again. */
    @Produces
    @Singleton
    RetryDeadLetter retryDeadLetter(EventQueue queue, UnitOfWork work, Clock clock) {
        return new RetryDeadLetter(queue, work, clock);
    }
}
