package io.quantumleap.app.start;

import io.quantumleap.adapters.persistence.security.SessionWatch;
import io.quantumleap.app.config.ServerSettings;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.util.Optional;

/** Hears of ended sessions as long as the server runs, unless a foreign provider keeps them. */
@ApplicationScoped
public class SessionWatching {

    private volatile Optional<SessionWatch> running = Optional.empty();

    /** For the container. */
    public SessionWatching() {}

    /** Runs after {@link StartUp}, which opens the database or ends the program. */
    void begin(
            @Observes @Priority(Interceptor.Priority.APPLICATION) @Initialized(ApplicationScoped.class) Object event,
            ServerSettings settings,
            Instance<SessionWatch> watches) {
        if (!settings.auth().foreignIssuer()) {
            SessionWatch watch = watches.get();
            watch.start();
            running = Optional.of(watch);
        }
    }

    @PreDestroy
    void end() {
        running.ifPresent(SessionWatch::close);
    }
}
