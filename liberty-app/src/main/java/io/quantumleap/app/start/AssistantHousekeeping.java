package io.quantumleap.app.start;

import io.quantumleap.chat.conversation.EventJournal;
import io.quantumleap.chat.conversation.HoldExchange;
import io.quantumleap.chat.cost.Meter;
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

/**
 * Writes the events of growing answers, heeds requests to stop, counts the model calls of programs that died, and forgets what
 * ended long ago.
 */
@ApplicationScoped
public class AssistantHousekeeping {

    private static final System.Logger LOG = System.getLogger(AssistantHousekeeping.class.getName());

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "assistant-housekeeping");
        thread.setDaemon(true);
        return thread;
    });

    /** For the container. */
    public AssistantHousekeeping() {}

    /** Runs after {@link StartUp}, which opens the database or ends the program. */
    void begin(
            @Observes @Priority(Interceptor.Priority.APPLICATION) @Initialized(ApplicationScoped.class) Object event,
            Instance<Meter> meter,
            Instance<EventJournal> journal,
            Instance<HoldExchange> exchanges) {
        Meter costs = meter.get();
        EventJournal events = journal.get();
        HoldExchange held = exchanges.get();
        var unusedCosts = clock.scheduleWithFixedDelay(() -> run(() -> expire(costs)), 60, 60, TimeUnit.SECONDS);
        var unusedEvents = clock.scheduleWithFixedDelay(() -> run(events::flush), 200, 200, TimeUnit.MILLISECONDS);
        var unusedStops = clock.scheduleWithFixedDelay(() -> run(held::heedStops), 1, 1, TimeUnit.SECONDS);
        var unusedForgetting = clock.scheduleWithFixedDelay(() -> run(held::forget), 5, 5, TimeUnit.MINUTES);
    }

    @PreDestroy
    void end() {
        clock.shutdownNow();
    }

    private static void expire(Meter costs) {
        int lost = costs.expire();
        if (lost > 0) {
            LOG.log(System.Logger.Level.WARNING, "{0} model calls were never settled and count as estimated", lost);
        }
    }

    /** A failure must not end the schedule. */
    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "The assistant's housekeeping failed; trying again later", failure);
        }
    }
}
