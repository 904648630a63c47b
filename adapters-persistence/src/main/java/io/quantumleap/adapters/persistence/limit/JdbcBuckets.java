package io.quantumleap.adapters.persistence.limit;

import io.quantumleap.security.limit.Allowance;
import io.quantumleap.security.limit.Bucket;
import io.quantumleap.security.limit.port.SharedBuckets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * Token buckets in PostgreSQL, drawn on with one statement outside any unit of work, so that a refused request leaves its
 * trace. While the database cannot be reached this instance keeps count by itself. Safe for use by many threads.
 */
public final class JdbcBuckets implements SharedBuckets {

    private static final System.Logger LOG = System.getLogger(JdbcBuckets.class.getName());

    /** The bucket after the time since its last use has flowed in: quota, old tokens, seconds, rate. */
    private static final String REFILLED = "least(?::float8, b.tokens"
            + " + greatest(0, extract(epoch FROM excluded.updated_at - b.updated_at))::float8 * ?::float8)";

    private static final String DRAW = "INSERT INTO rate_bucket AS b (key, tokens, taken, updated_at)"
            + " VALUES (?, ?::float8 - ?::int, ?::int, ?)"
            + " ON CONFLICT (key) DO UPDATE SET"
            + " taken = least(?::int, floor(" + REFILLED + "))::int,"
            + " tokens = " + REFILLED + " - least(?::int, floor(" + REFILLED + ")),"
            + " updated_at = greatest(b.updated_at, excluded.updated_at)"
            + " RETURNING taken, tokens, updated_at";

    private final DataSource dataSource;
    private final LocalBuckets local = new LocalBuckets();
    private final AtomicBoolean shared = new AtomicBoolean(true);

    /** Stands on the connection pool. */
    public JdbcBuckets(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Draw draw(String key, Allowance allowance, int wanted, Instant now) {
        try {
            Draw draw = drawShared(key, allowance, Math.min(wanted, allowance.quota()), now);
            if (!shared.getAndSet(true)) {
                LOG.log(System.Logger.Level.INFO, "Allowances are shared with other instances again");
            }
            return draw;
        } catch (SQLException unreachable) {
            if (shared.getAndSet(false)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Allowances are counted by this instance alone for the moment: {0}",
                        unreachable.getMessage());
            }
            return local.draw(key, allowance, wanted, now);
        }
    }

    private Draw drawShared(String key, Allowance allowance, int wanted, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(DRAW)) {
            double quota = allowance.quota();
            double rate = allowance.perSecond();
            int at = 0;
            statement.setString(++at, key);
            statement.setDouble(++at, quota);
            statement.setInt(++at, wanted);
            statement.setInt(++at, wanted);
            statement.setObject(++at, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            statement.setInt(++at, wanted);
            statement.setDouble(++at, quota);
            statement.setDouble(++at, rate);
            statement.setDouble(++at, quota);
            statement.setDouble(++at, rate);
            statement.setInt(++at, wanted);
            statement.setDouble(++at, quota);
            statement.setDouble(++at, rate);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Draw(
                        row.getInt(1),
                        new Bucket(
                                row.getDouble(2),
                                row.getObject(3, OffsetDateTime.class).toInstant()));
            }
        }
    }

    @Override
    public void forget(Instant lastUsedBefore) {
        local.forget(lastUsedBefore);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("DELETE FROM rate_bucket WHERE updated_at < ?")) {
            statement.setObject(1, OffsetDateTime.ofInstant(lastUsedBefore, ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException another) {
            LOG.log(System.Logger.Level.WARNING, "Old allowances stay until the next time: {0}", another.getMessage());
        }
    }
}
