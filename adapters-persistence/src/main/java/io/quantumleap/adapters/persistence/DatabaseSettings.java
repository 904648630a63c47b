package io.quantumleap.adapters.persistence;

import java.time.Duration;

/**
 * Where the database is and how its connections behave.
 *
 * @param url JDBC URL, {@code jdbc:postgresql://host:port/name}
 * @param username the role to sign in with
 * @param password its password; never shown by {@link #toString()}
 * @param minimumIdle connections kept open when nobody asks
 * @param maximumPoolSize connections at most
 * @param connectionTimeout how long a caller waits for a free connection
 * @param statementTimeout how long one statement may run
 * @param lockTimeout how long one statement may wait for a lock
 * @param leakDetection after which a connection that was not given back is reported in the log; zero for never, otherwise within
 *     the bounds that the pool has for it
 */
public record DatabaseSettings(
        String url,
        String username,
        String password,
        int minimumIdle,
        int maximumPoolSize,
        Duration connectionTimeout,
        Duration statementTimeout,
        Duration lockTimeout,
        Duration leakDetection) {

    /** The pool takes a shorter one for a mistake and detects nothing then. */
    public static final Duration LEAST_LEAK_DETECTION = Duration.ofSeconds(2);

    /** So long the pool keeps a connection, and it detects nothing when it is to wait longer than that. */
    public static final Duration MOST_LEAK_DETECTION = Duration.ofMinutes(30);

    /** The rest of the program relies on PostgreSQL, so no other URL is accepted. */
    public DatabaseSettings {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("The database URL must start with jdbc:postgresql:");
        }
        if (minimumIdle < 0 || maximumPoolSize < 1 || minimumIdle > maximumPoolSize) {
            throw new IllegalArgumentException(
                    "The pool must have 0 <= minimum <= maximum and at least one connection.");
        }
        requirePositive("connection timeout", connectionTimeout);
        requirePositive("statement timeout", statementTimeout);
        requirePositive("lock timeout", lockTimeout);
        if (!leakDetection.isZero()
                && (leakDetection.compareTo(LEAST_LEAK_DETECTION) < 0
                        || leakDetection.compareTo(MOST_LEAK_DETECTION) > 0)) {
            throw new IllegalArgumentException("The leak detection must be zero, or from " + LEAST_LEAK_DETECTION
                    + " to " + MOST_LEAK_DETECTION + ".");
        }
    }

    /** Settings with the defaults that suit one server: 2 to 10 connections. */
    public static DatabaseSettings of(String url, String username, String password) {
        return new DatabaseSettings(
                url,
                username,
                password,
                2,
                10,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1));
    }

    /** The same database with another pool. */
    public DatabaseSettings withPool(int minimum, int maximum) {
        return new DatabaseSettings(
                url,
                username,
                password,
                minimum,
                maximum,
                connectionTimeout,
                statementTimeout,
                lockTimeout,
                leakDetection);
    }

    /** The same database with other time limits. */
    public DatabaseSettings withTimeouts(Duration connection, Duration statement, Duration lock) {
        return new DatabaseSettings(
                url, username, password, minimumIdle, maximumPoolSize, connection, statement, lock, leakDetection);
    }

    /** The same database with connections reported that are lent for longer than this. */
    public DatabaseSettings withLeakDetection(Duration after) {
        return new DatabaseSettings(
                url,
                username,
                password,
                minimumIdle,
                maximumPoolSize,
                connectionTimeout,
                statementTimeout,
                lockTimeout,
                after);
    }

    /** The URL without its parameters, which may hold credentials. */
    public String location() {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + location() + ", username=" + username + ", pool=" + minimumIdle + ".."
                + maximumPoolSize + "]";
    }

    private static void requirePositive(String what, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("The " + what + " must be positive.");
        }
    }
}
