package io.quantumleap.app.health;

import io.quantumleap.adapters.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means that the database answers. It is asked at most once a second, however many ask here, so that nobody can wear it
 * out by asking.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofSeconds(1);

    @Inject
    Database database;

    @Inject
    Clock clock;

    private Instant asked = Instant.MIN;
    private boolean answered;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(answers()).build();
    }

    private synchronized boolean answers() {
        if (clock.instant().isAfter(asked.plus(FRESH))) {
            answered = database.answers(PATIENCE);
            asked = clock.instant();
        }
        return answered;
    }
}
