package io.quantumleap.adapters.persistence.security;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Waits, after sessions have ended, until no instance believes any more that they are live: until each has let go of its lease,
 * or the leases have run out. Safe for use by many threads.
 */
public final class SessionEnds {

    private static final System.Logger LOG = System.getLogger(SessionEnds.class.getName());

    private final DataSource dataSource;

    /** Stands on the connection pool. */
    public SessionEnds(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Waits; call it when the end is committed. It takes no longer than a lease lasts, and never fails. */
    public void await() {
        long end = System.nanoTime() + SessionLease.LIFE.toNanos();
        try {
            takeTurn();
        } catch (SQLException notInTime) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "An instance did not confirm the end of a session; its lease runs out: {0}",
                    notInTime.getMessage());
            sleepUntil(end);
        }
    }

    /** To have the lock alone once is enough. */
    private void takeTurn() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL lock_timeout = " + SessionLease.LIFE.toMillis());
                statement.execute("SELECT pg_advisory_xact_lock(" + SessionLease.LOCK + ")");
            } finally {
                connection.rollback();
            }
        }
    }

    private static void sleepUntil(long end) {
        try {
            TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
