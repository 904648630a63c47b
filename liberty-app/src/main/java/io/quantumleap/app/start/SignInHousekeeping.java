package io.quantumleap.app.start;

import io.quantumleap.security.signin.ForgetOldSignIns;
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

/** Clears away old sessions and counts of sign-in attempts, once an hour. */
@ApplicationScoped
public class SignInHousekeeping {

    private static final System.Logger LOG = System.getLogger(SignInHousekeeping.class.getName());

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "sign-in-housekeeping");
        thread.setDaemon(true);
        return thread;
    });

    /** For the container. */
    public SignInHousekeeping() {}

    /** Runs after {@link StartUp}, which opens the database or ends the program. */
    void begin(
            @Observes @Priority(Interceptor.Priority.APPLICATION) @Initialized(ApplicationScoped.class) Object event,
            Instance<ForgetOldSignIns> forget) {
        ForgetOldSignIns work = forget.get();
        var unused = clock.scheduleWithFixedDelay(() -> run(work), 1, 60, TimeUnit.MINUTES);
    }

    @PreDestroy
    void end() {
        clock.shutdownNow();
    }

    /** A failure must not end the schedule. */
    private static void run(ForgetOldSignIns work) {
        try {
            work.forget();
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "Old sign-ins could not be cleared away; trying again later", failure);
        }
    }
}
