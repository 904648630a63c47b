package io.quantumleap.app.start;

import io.quantumleap.security.signin.ForgetOldSignIns;
import io.quantumleap.security.token.RotateKeys;
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

/** Clears away old sessions and counts of sign-in attempts, and replaces a signing key that has become old. */
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
            Instance<ForgetOldSignIns> forget,
            Instance<RotateKeys> rotate) {
        ForgetOldSignIns signIns = forget.get();
        RotateKeys keys = rotate.get();
        var unusedSignIns = clock.scheduleWithFixedDelay(() -> run(signIns::forget), 1, 60, TimeUnit.MINUTES);
        var unusedKeys = clock.scheduleWithFixedDelay(() -> run(keys::rotateIfDue), 2, 15, TimeUnit.MINUTES);
    }

    @PreDestroy
    void end() {
        clock.shutdownNow();
    }

    /** A failure must not end the schedule. */
    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Old sign-ins or keys could not be cleared away; trying again later",
                    failure);
        }
    }
}
