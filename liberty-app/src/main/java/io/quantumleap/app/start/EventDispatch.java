package io.quantumleap.app.start;

import io.quantumleap.core.event.DeliverEvents;
import io.quantumleap.core.event.DeliverEvents.Outcome;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.microprofile.metrics.MetadataBuilder;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Brings events to their consumers: looks twice a second, and while there are some goes on without a pause. Several servers on one
 * database share the work.
 */
@ApplicationScoped
public class EventDispatch {

    private static final System.Logger LOG = System.getLogger(EventDispatch.class.getName());
    private static final int PAUSE_MILLIS = 500;

    /** So that the end of the server does not have to wait for a long queue to empty. */
    private static final int MOST_IN_ONE_ROUND = 1_000;

    private final Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "event-dispatch");
        thread.setDaemon(true);
        return thread;
    });

    private volatile boolean failing;
    private volatile boolean registered;

    /** For the container. */
    public EventDispatch() {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, new LongAdder());
        }
    }

    /** Runs after {@link StartUp}, which opens the database or ends the program. */
    void begin(
            @Observes @Priority(Interceptor.Priority.APPLICATION) @Initialized(ApplicationScoped.class) Object event,
            Instance<DeliverEvents> delivery,
            MetricRegistry metrics) {
        DeliverEvents deliver = delivery.get();
        count(metrics, Outcome.DELIVERED, "delivered");
        count(metrics, Outcome.FAILED, "failed");
        count(metrics, Outcome.DEAD, "dead");
        var unused =
                clock.scheduleWithFixedDelay(() -> run(() -> round(deliver)), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        var unusedToo = clock.scheduleWithFixedDelay(() -> run(deliver::forgetDelivered), 10, 60, TimeUnit.MINUTES);
    }

    private void count(MetricRegistry metrics, Outcome outcome, String tag) {
        metrics.gauge(
                new MetadataBuilder()
                        .withName("quantumleap_outbox_deliveries")
                        .withDescription("Deliveries of events that this server has tried, by how they ended")
                        .build(),
                outcomes.get(outcome),
                LongAdder::sum,
                new Tag("outcome", tag));
    }

    private void round(DeliverEvents deliver) {
        if (!registered) {
            deliver.begin();
            registered = true;
        }
        for (int i = 0; i < MOST_IN_ONE_ROUND && !Thread.currentThread().isInterrupted(); i++) {
            Outcome outcome = deliver.deliverNext();
            Objects.requireNonNull(outcomes.get(outcome)).increment();
            if (outcome == Outcome.NOTHING) {
                return;
            }
            if (outcome == Outcome.DEAD) {
                LOG.log(System.Logger.Level.ERROR, "An event could not be delivered; see GET /api/ops/outbox");
            }
        }
    }

    @PreDestroy
    void end() {
        clock.shutdownNow();
        try {
            clock.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure must not end the schedule, nor fill the log while the database is away. */
    private void run(Runnable work) {
        try {
            work.run();
            failing = false;
        } catch (RuntimeException failure) {
            if (!failing) {
                LOG.log(System.Logger.Level.WARNING, "Events could not be delivered; trying again", failure);
            }
            failing = true;
        }
    }
}
