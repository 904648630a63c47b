package io.quantumleap.app.health;

import io.quantumleap.app.start.InstalledDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means that the database answers; of an embedded one it also says what its server is doing. The database is asked at most
 * once a second, however many ask here, so that nobody can wear it out by asking.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofSeconds(1);

    @Inject
    InstalledDatabase installed;

    @Inject
    Clock clock;

    private Instant asked = Instant.MIN;
    private boolean answered;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("database").status(answers());
        installed.embedded().ifPresent(condition -> answer.withData("embedded", condition.text()));
        return answer.build();
    }

    private synchronized boolean answers() {
        if (clock.instant().isAfter(asked.plus(FRESH))) {
            answered = installed.database().answers(PATIENCE);
            asked = clock.instant();
        }
        return answered;
    }
}
