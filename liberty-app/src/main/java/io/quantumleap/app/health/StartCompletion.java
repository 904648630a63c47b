package io.quantumleap.app.health;

import io.quantumleap.app.start.StartUp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started means that the database is migrated and the installation has its first user. */
@Startup
@ApplicationScoped
public class StartCompletion implements HealthCheck {

    @Inject
    StartUp startUp;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("installation")
                .status(startUp.isComplete())
                .build();
    }
}
