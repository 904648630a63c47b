package io.quantumleap.app.health;

import io.quantumleap.app.metrics.OutboxGauges;
import io.quantumleap.core.event.OutboxState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Notes what waits in the outbox. It never takes the server out of service: requests are answered correctly while events wait, and
 * taking servers away would only make the queue longer.
 */
@Readiness
@ApplicationScoped
public class OutboxReadiness implements HealthCheck {

    @Inject
    OutboxGauges outbox;

    @Override
    public HealthCheckResponse call() {
        OutboxState state = outbox.state();
        return HealthCheckResponse.named("outbox")
                .up()
                .withData("waiting", state.waiting())
                .withData("dead_letters", state.dead())
                .build();
    }
}
