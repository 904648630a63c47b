package io.quantumleap.adapters.persistence.security;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;

/**
 * The right of one instance to believe what it knows of live sessions: an advisory lock that all instances share, held on the
 * connection that hears of ends. Who has ended a session takes the lock alone for a moment ({@link SessionEnds}), which waits
 * until every instance has let go of it; and who takes it up again has heard of the end by then, since the database sends a
 * connection what was announced before it sends the answer.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-notify.html">PostgreSQL, NOTIFY</a>
 * @see <a href="https://www.postgresql.org/docs/17/explicit-locking.html#ADVISORY-LOCKS">PostgreSQL, advisory locks</a>
 */
final class SessionLease {

    /** How long it is good at most: if the connection dies unnoticed, nobody is believed for longer. */
    static final Duration LIFE = Duration.ofSeconds(1);

    /** The advisory lock, as an expression in SQL. */
    static final String LOCK = "hashtextextended('quantumleap/live-sessions', 0)";

    private static final String CHANNEL = "quantumleap_ended_sessions";

    private final Connection connection;
    private final PGConnection pg;

    /** Listens on a connection of its own, which stays the caller's to close. */
    SessionLease(Connection connection) throws SQLException {
        this.connection = connection;
        this.pg = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = " + LIFE.toMillis());
            statement.execute("LISTEN " + CHANNEL);
        }
    }

    /**
     * Takes the lock up.
     *
     * @throws SQLException if that fails, or if something between here and the database gives each statement another connection,
     *     so that nothing would be heard
     */
    void take() throws SQLException {
        String question = "SELECT pg_backend_pid() = " + pg.getBackendPID()
                + " AND EXISTS (SELECT FROM pg_listening_channels() AS channel WHERE channel = '" + CHANNEL + "'),"
                + " pg_advisory_lock_shared(" + LOCK + ")";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            if (!row.next() || !row.getBoolean(1)) {
                throw new SQLException("This connection does not hear what the database announces.");
            }
        }
    }

    /** Lets go of the lock, so that whoever waits for it may go on. */
    void release() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock_shared(" + LOCK + ")");
        }
    }

    /** Whether ends were announced and not heard yet. */
    boolean hasHeard() throws SQLException {
        return pg.getNotifications().length > 0;
    }

    /** Waits for an announcement; tells whether there was one. */
    boolean hears(Duration within) throws SQLException {
        return pg.getNotifications(Math.toIntExact(within.toMillis())).length > 0;
    }
}
