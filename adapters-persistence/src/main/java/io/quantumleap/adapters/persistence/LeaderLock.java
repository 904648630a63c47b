package io.quantumleap.adapters.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Settles which of several instances on one database does a piece of work: whoever gets the advisory lock first, until the
 * work is done or its connection is gone. Safe for use by many threads.
 *
 * @see <a href="https://www.postgresql.org/docs/17/explicit-locking.html#ADVISORY-LOCKS">PostgreSQL, advisory locks</a>
 */
public final class LeaderLock {

    private final Database database;

    /** Locks in this database. */
    public LeaderLock(Database database) {
        this.database = database;
    }

    /**
     * Does the work unless another instance, or another thread, is at it. Holds a connection of its own meanwhile, not one of
     * the pool, and no transaction.
     *
     * @param name of the work, the same for all instances
     * @return whether the work was done here
     * @throws DatabaseUnavailableException if the database cannot be reached
     */
    public boolean runIfFirst(String name, Runnable work) {
        try (Connection connection = database.connect()) {
            if (!isFirst(connection, name)) {
                return false;
            }
            work.run();
            return true;
        } catch (SQLException failure) {
            throw new DatabaseUnavailableException("The database cannot answer now; try again later.", failure);
        }
    }

    private static boolean isFirst(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
            statement.setString(1, "quantumleap/" + name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
