package io.quantumleap.app.start;

import io.quantumleap.adapters.persistence.Database;
import io.quantumleap.adapters.persistence.security.SessionWatch;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks every two seconds whether the operator has replaced the database's password. */
@ApplicationScoped
public class PasswordFollowing {

    private static final System.Logger LOG = System.getLogger(PasswordFollowing.class.getName());

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "password-following");
        thread.setDaemon(true);
        return thread;
    });

    /** For the container. */
    public PasswordFollowing() {}

    /** Runs after {@link StartUp}, which opens the database or ends the program. */
    void begin(
            @Observes @Priority(Interceptor.Priority.APPLICATION) @Initialized(ApplicationScoped.class) Object event,
            Instance<Database> databases,
            Instance<SessionWatch> watches) {
        Database database = databases.get();
        SessionWatch watch = watches.get();
        var unused = clock.scheduleWithFixedDelay(() -> follow(database, watch), 2, 2, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        clock.shutdownNow();
    }

    /** A failure must not end the schedule. */
    private static void follow(Database database, SessionWatch watch) {
        try {
            if (database.followPassword()) {
                watch.reconnect();
                LOG.log(System.Logger.Level.INFO, "The database is used with its new password from now on.");
            }
        } catch (RuntimeException failure) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The database's password could not be looked at; trying again",
                    failure);
        }
    }
}
