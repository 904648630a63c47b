package io.quantumleap.app.start;

import io.quantumleap.security.audit.RecordAudit;
import io.quantumleap.security.audit.RefusalTally;
import io.quantumleap.security.audit.SealAudit;
import io.quantumleap.security.limit.port.SharedBuckets;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Writes the counts of refusals and seals the audit log every second, and clears away full allowances every quarter of an hour. */
@ApplicationScoped
public class AuditSealing {

    private static final System.Logger LOG = System.getLogger(AuditSealing.class.getName());
    private static final Duration FULL_AGAIN = Duration.ofHours(25);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "audit-sealing");
        thread.setDaemon(true);
        return thread;
    });

    private volatile boolean failing;

    /** For the container. */
    public AuditSealing() {}

    /** Runs after {@link StartUp}, which opens the database or ends the program. */
    void begin(
            @Observes @Priority(Interceptor.Priority.APPLICATION) @Initialized(ApplicationScoped.class) Object event,
            Instance<RefusalTally> tallies,
            Instance<RecordAudit> audits,
            Instance<SealAudit> seals,
            Instance<SharedBuckets> buckets,
            Clock time) {
        RefusalTally tally = tallies.get();
        RecordAudit audit = audits.get();
        SealAudit seal = seals.get();
        SharedBuckets allowances = buckets.get();
        var unused = clock.scheduleWithFixedDelay(
                () -> run(() -> {
                    tally.writeTo(audit);
                    seal.seal();
                }),
                1,
                1,
                TimeUnit.SECONDS);
        var unusedToo = clock.scheduleWithFixedDelay(
                () -> run(() -> allowances.forget(time.instant().minus(FULL_AGAIN))), 15, 15, TimeUnit.MINUTES);
    }

    @PreDestroy
    void end() {
        clock.shutdownNow();
    }

    /** A failure must not end the schedule, nor fill the log while the database is away. */
    private void run(Runnable work) {
        try {
            work.run();
            failing = false;
        } catch (RuntimeException failure) {
            if (!failing) {
                LOG.log(System.Logger.Level.WARNING, "The audit log could not be sealed; trying again", failure);
            }
            failing = true;
        }
    }
}
