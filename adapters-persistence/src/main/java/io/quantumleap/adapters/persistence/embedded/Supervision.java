package io.quantumleap.adapters.persistence.embedded;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether a server still runs, and starts it again when it has ended by itself: a bounded number of times, with growing waits. It
 * says in the log that the server ended, and then either that it runs again or that it was given up. Safe for use by many threads.
 */
final class Supervision implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Supervision.class.getName());
    private static final Duration BEAT = Duration.ofMillis(250);

    private final Server server;
    private final RestartPace pace;
    private final LongSupplier nanoTime;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "embedded-database-supervision");
        thread.setDaemon(true);
        return thread;
    });

    private volatile ServerCondition condition = ServerCondition.RUNNING;
    private int attempts;
    private long startedAt;
    private long dueAt;

    /** What is supervised. */
    interface Server {

        /** Whether its process is there. */
        boolean isRunning() throws IOException;

        /** Starts it where it was, after clearing away what is left of it. */
        void startAgain() throws IOException;

        /** Stops it, if it runs. */
        void stop() throws IOException;
    }

    /** Supervises a server that runs, from {@link #begin()} on. */
    Supervision(Server server, RestartPace pace, LongSupplier nanoTime) {
        this.server = server;
        this.pace = pace;
        this.nanoTime = nanoTime;
        this.startedAt = nanoTime.getAsLong();
    }

    void begin() {
        var unused = clock.scheduleWithFixedDelay(this::look, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    ServerCondition condition() {
        return condition;
    }

    /** Looks once, and does what is due. */
    synchronized void look() {
        if (condition == ServerCondition.RUNNING && !isRunning()) {
            ended();
        }
        if (condition == ServerCondition.STARTING_AGAIN && nanoTime.getAsLong() - dueAt >= 0) {
            attempt();
        }
    }

    /** Stops the server for good. An attempt to start it is waited for first, so that none outlives this. */
    @Override
    public synchronized void close() throws IOException {
        condition = ServerCondition.STOPPED;
        clock.shutdown();
        server.stop();
    }

    private boolean isRunning() {
        try {
            return server.isRunning();
        } catch (IOException unreadable) {
            LOG.log(Level.DEBUG, "The embedded database's process could not be looked at", unreadable);
            return true;
        }
    }

    private void ended() {
        if (nanoTime.getAsLong() - startedAt >= pace.settled().toNanos()) {
            attempts = 0;
        }
        condition = ServerCondition.STARTING_AGAIN;
        LOG.log(
                Level.WARNING,
                "The embedded database has ended without being told to; starting it again. What was under way is undone.");
        if (attempts == pace.waits().size()) {
            giveUp("it ended again and again", null);
        } else {
            dueAt = nanoTime.getAsLong() + pace.waits().get(attempts).toNanos();
        }
    }

    private void attempt() {
        attempts++;
        try {
            server.startAgain();
            startedAt = nanoTime.getAsLong();
            condition = ServerCondition.RUNNING;
            LOG.log(Level.INFO, "The embedded database runs again.");
        } catch (IOException | RuntimeException failure) {
            failed(failure);
        }
    }

    private void failed(Exception failure) {
        if (attempts == pace.waits().size()) {
            giveUp(String.valueOf(failure.getMessage()), failure);
        } else {
            LOG.log(Level.DEBUG, "The embedded database could not be started again yet", failure);
            dueAt = nanoTime.getAsLong() + pace.waits().get(attempts).toNanos();
        }
    }

    private void giveUp(String reason, @Nullable Exception failure) {
        condition = ServerCondition.GIVEN_UP;
        LOG.log(
                Level.ERROR,
                "The embedded database was given up after " + attempts + " attempts to start it again: " + reason
                        + " Nothing can be served until this program is started anew; the database's own log says more.",
                failure);
    }
}
