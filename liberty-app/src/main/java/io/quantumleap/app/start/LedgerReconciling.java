package io.quantumleap.app.start;

import io.quantumleap.adapters.persistence.LeaderLock;
import io.quantumleap.app.config.ServerSettings;
import io.quantumleap.core.portfolio.ReconcileLedger;
import io.quantumleap.core.portfolio.Reconciliation;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.metrics.MetadataBuilder;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Compares every ledger with what is stored of it, every night by default; of several instances one does it. */
@ApplicationScoped
public class LedgerReconciling {

    private static final System.Logger LOG = System.getLogger(LedgerReconciling.class.getName());
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 0);
    private static final Duration DAY = Duration.ofDays(1);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "ledger-reconciling");
        thread.setDaemon(true);
        return thread;
    });

    private volatile int drifts;

    /** For the container. */
    public LedgerReconciling() {}

    /** Runs after {@link StartUp}, which opens the database or ends the program. */
    void begin(
            @Observes @Priority(Interceptor.Priority.APPLICATION) @Initialized(ApplicationScoped.class) Object event,
            ServerSettings settings,
            Instance<ReconcileLedger> reconcilers,
            Instance<LeaderLock> locks,
            Clock clock,
            MetricRegistry metrics) {
        Duration every = settings.reconcileEvery();
        if (every.isZero()) {
            return;
        }
        metrics.gauge(
                new MetadataBuilder()
                        .withName("quantumleap_ledger_drifts")
                        .withDescription(
                                "Differences between ledgers and what is stored of them, when this server last looked")
                        .build(),
                this,
                reconciling -> reconciling.drifts);
        ReconcileLedger reconcile = reconcilers.get();
        LeaderLock lock = locks.get();
        var unused = timer.scheduleAtFixedRate(
                () -> run(reconcile, lock), first(every, clock).toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A day's round is at night; shorter ones begin when the first of them has passed. */
    static Duration first(Duration every, Clock clock) {
        if (every.compareTo(DAY) < 0) {
            return every;
        }
        OffsetDateTime now = OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
        OffsetDateTime tonight = now.with(AT_NIGHT);
        return Duration.between(now, tonight.isAfter(now) ? tonight : tonight.plusDays(1));
    }

    @PreDestroy
    void end() {
        timer.shutdownNow();
    }

    /** A failure must not end the schedule. */
    private void run(ReconcileLedger reconcile, LeaderLock lock) {
        try {
            lock.runIfFirst("ledger-reconciling", () -> tell(reconcile.reconcile()));
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "The ledgers could not be reconciled; trying again later", failure);
        }
    }

    private void tell(Reconciliation found) {
        drifts = found.driftCount();
        if (drifts == 0) {
            LOG.log(
                    Level.INFO,
                    "The ledgers are what is stored of them: {0} portfolios, {1} transactions",
                    found.portfolios(),
                    found.transactions());
            return;
        }
        LOG.log(
                Level.ERROR,
                "{0} differences between ledgers and what is stored of them; GET /api/ops/reconciliation lists them",
                drifts);
    }
}
