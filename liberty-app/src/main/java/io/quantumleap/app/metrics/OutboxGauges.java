package io.quantumleap.app.metrics;

import io.quantumleap.core.event.OutboxState;
import io.quantumleap.core.event.ViewOutbox;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.MetadataBuilder;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** What is on its way to the consumers of events; the database is asked at most every five seconds. */
@ApplicationScoped
public class OutboxGauges {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final OutboxState UNKNOWN = new OutboxState(List.of());

    @Inject
    ViewOutbox outbox;

    @Inject
    Clock clock;

    private Instant asked = Instant.MIN;
    private OutboxState state = UNKNOWN;

    void register(
            @Observes @Priority(Interceptor.Priority.APPLICATION) @Initialized(ApplicationScoped.class) Object event,
            MetricRegistry registry) {
        gauge(registry, "waiting", "Deliveries of events that wait", OutboxState::waiting);
        gauge(registry, "dead_letters", "Deliveries of events that were given up", OutboxState::dead);
        gauge(registry, "oldest_seconds", "How long the oldest waiting event has been waiting", known -> outbox.age(
                        known)
                .map(Duration::toSeconds)
                .orElse(0L));
    }

    private void gauge(MetricRegistry registry, String name, String what, ToLongFunction<OutboxState> value) {
        registry.gauge(
                new MetadataBuilder()
                        .withName("quantumleap_outbox_" + name)
                        .withDescription(what)
                        .build(),
                this,
                gauges -> value.applyAsLong(gauges.state()));
    }

    /** What is on its way; what was known last while the database does not answer. */
    public synchronized OutboxState state() {
        if (clock.instant().isAfter(asked.plus(FRESH))) {
            asked = clock.instant();
            try {
                state = outbox.state();
            } catch (RuntimeException noAnswer) {
                return state;
            }
        }
        return state;
    }
}
