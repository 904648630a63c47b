package io.quantumleap.adapters.persistence.security;

import io.quantumleap.adapters.persistence.Database;
import io.quantumleap.security.session.LiveSessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hears from the database when sessions end, on a connection of its own, and lets this instance believe what it knows of live ones
 * only as long as it would hear: while the connection is down, or has not answered lately, every question goes to the database.
 */
public final class SessionWatch implements AutoCloseable {

    /** How often the lease is let go and taken up anew, and how long there is none after an end. */
    static final Duration BEAT = Duration.ofMillis(250);

    private static final System.Logger LOG = System.getLogger(SessionWatch.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int NETWORK_TIMEOUT_MILLIS = 5_000;

    private final ConnectionSource source;
    private final LiveSessions live;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean renewal;
    private boolean failing;

    /** Gives new connections. */
    @FunctionalInterface
    interface ConnectionSource {

        /** A new one, which the caller closes. */
        Connection connect() throws SQLException;
    }

    /** Watches this database for the sake of these sessions, from {@link #start()} on. */
    public SessionWatch(Database database, LiveSessions live) {
        this(database::connect, live);
    }

    SessionWatch(ConnectionSource source, LiveSessions live) {
        this.source = source;
        this.live = live;
        this.thread = new Thread(this::run, "session-watch");
        this.thread.setDaemon(true);
    }

    /** Begins; once. */
    public void start() {
        thread.start();
    }

    /** Goes over to a new connection soon, for one that signs in with another password. */
    public void reconnect() {
        renewal = true;
    }

    /** Ends, and waits until the connection is closed. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isClosed()) {
            try (Connection connection = source.connect()) {
                connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MILLIS);
                watch(new SessionLease(connection));
            } catch (SQLException | RuntimeException lost) {
                live.ended();
                report(lost);
                rest(PAUSE);
            } finally {
                live.ended();
            }
        }
    }

    private void watch(SessionLease lease) throws SQLException {
        renewal = false;
        while (!isClosed() && !renewal) {
            if (heardDuring(lease)) {
                rest(BEAT);
            }
        }
    }

    /** One lease, from its taking to its release; tells whether sessions ended meanwhile. */
    private boolean heardDuring(SessionLease lease) throws SQLException {
        // The time counts from before the question: what was announced later may not be heard.
        long from = System.nanoTime();
        lease.take();
        if (lease.hasHeard()) {
            live.ended();
        }
        live.lease(from + SessionLease.LIFE.toNanos());
        regained();
        boolean heard = lease.hears(BEAT);
        if (heard) {
            live.ended();
        } else {
            live.suspend();
        }
        lease.release();
        return heard;
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void rest(Duration pause) {
        try {
            var unused = closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            closed.countDown();
        }
    }

    private void regained() {
        if (failing) {
            failing = false;
            LOG.log(System.Logger.Level.INFO, "Ends of sessions are heard of again");
        }
    }

    private void report(Exception lost) {
        if (!failing && !isClosed()) {
            failing = true;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Ends of sessions are not heard of; until they are, each request asks the database: {0}",
                    lost.getMessage());
        }
    }
}
