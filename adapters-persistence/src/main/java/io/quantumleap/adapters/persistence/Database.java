package io.quantumleap.adapters.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An opened database: reachable, migrated, with its connection pool and its entity manager factory. Safe for use by many
 * threads.
 */
public final class Database implements AutoCloseable {

    private static final String PERSISTENCE_UNIT = "quantumleap";
    private static final String APPLICATION_NAME = "quantumleap";

    /** How long a transaction may lie idle, holding its locks, before the database ends it: longer than any request may take. */
    private static final Duration IDLE_IN_TRANSACTION = Duration.ofMinutes(5);

    private final DatabaseSettings settings;
    private final RotatingPassword password;
    private final HikariDataSource pool;
    private final EntityManagerFactory factory;
    private final JpaUnitOfWork unitOfWork;

    /** With which the connections of the pool signed in, unless they are about to be closed. */
    private volatile String known;

    private Database(
            DatabaseSettings settings,
            RotatingPassword password,
            HikariDataSource pool,
            EntityManagerFactory factory,
            Deadlines deadlines) {
        this.settings = settings;
        this.password = password;
        this.known = password.accepted();
        this.pool = pool;
        this.factory = factory;
        this.unitOfWork = new JpaUnitOfWork(factory, deadlines);
    }

    /**
     * Migrates the schema and opens the pool.
     *
     * @throws DatabaseUnavailableException if the database cannot be reached
     * @throws DatabaseTooNewException if a newer program wrote the schema
     * @throws DatabaseMismatchException if the schema is not one that this program's migrations make
     */
    public static Database open(DatabaseSettings settings) {
        return open(settings, SchemaMigration.LOCATION);
    }

    /**
     * The same, with a deadline for whoever works on a thread: no unit of work begins after it, and no statement runs past it.
     *
     * @param timeLeft how much time the current thread's work still has
     */
    public static Database open(DatabaseSettings settings, Supplier<Duration> timeLeft) {
        return open(settings, timeLeft, settings::password);
    }

    /**
     * The same, with a password that may be replaced while the program runs: {@link #followPassword()} takes it up.
     *
     * @param password gives the password that counts at the moment when it is asked
     */
    public static Database open(DatabaseSettings settings, Supplier<Duration> timeLeft, Supplier<String> password) {
        return open(
                settings,
                SchemaMigration.LOCATION,
                new Deadlines(timeLeft, settings.statementTimeout()),
                new RotatingPassword(settings.password(), password));
    }

    static Database open(DatabaseSettings settings, String migrations) {
        return open(settings, migrations, Deadlines.NONE);
    }

    static Database open(DatabaseSettings settings, String migrations, Deadlines deadlines) {
        return open(settings, migrations, deadlines, new RotatingPassword(settings.password(), settings::password));
    }

    private static Database open(
            DatabaseSettings settings, String migrations, Deadlines deadlines, RotatingPassword password) {
        DataSource single = new RotatingDataSource(unpooled(settings), password);
        requireReachable(single, settings);
        new SchemaMigration(single, settings.location(), migrations).run();
        HikariDataSource pool = pool(settings, password);
        try {
            return new Database(settings, password, pool, checked(factory(pool)), deadlines);
        } catch (RuntimeException failure) {
            pool.close();
            throw failure;
        }
    }

    /** The unit of work over this database: one for the whole program, since units join by it. */
    public JpaUnitOfWork unitOfWork() {
        return unitOfWork;
    }

    /** The connection pool, for work outside any unit. */
    public DataSource dataSource() {
        return pool;
    }

    /** How the pool is used at this moment. */
    public PoolUsage poolUsage() {
        HikariPoolMXBean bean = pool.getHikariPoolMXBean();
        return new PoolUsage(
                bean.getActiveConnections(),
                bean.getIdleConnections(),
                bean.getThreadsAwaitingConnection(),
                settings.maximumPoolSize());
    }

    /**
     * Asks the database a question over a connection of its own, so that a busy pool does not look like a dead database.
     *
     * @param within how long connecting, and then answering, may take; rounded up to seconds
     */
    public boolean answers(Duration within) {
        PGSimpleDataSource single = unpooled(settings);
        int seconds = Math.toIntExact(Math.max(1, within.plusMillis(999).toSeconds()));
        single.setConnectTimeout(seconds);
        single.setLoginTimeout(seconds);
        single.setSocketTimeout(seconds);
        try (Connection connection = password.connect(single)) {
            return connection.isValid(seconds);
        } catch (SQLException unreachable) {
            return false;
        }
    }

    /**
     * Signs in with the password that is offered now, if it is another than before and the database accepts it. From then on
     * new connections use it, and those that were opened before are closed as soon as nobody uses them. Costs nothing while
     * the password stays.
     *
     * @return whether the password was replaced
     */
    public synchronized boolean followPassword() {
        String before = known;
        password.adoptOffered(unpooled(settings));
        known = password.accepted();
        boolean replaced = !known.equals(before);
        if (replaced) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
        return replaced;
    }

    /**
     * A connection of its own, outside the pool; the caller closes it.
     *
     * @throws SQLException if the database cannot be reached
     */
    public Connection connect() throws SQLException {
        return password.connect(unpooled(settings));
    }

    @Override
    public void close() {
        factory.close();
        pool.close();
    }

    private static PGSimpleDataSource unpooled(DatabaseSettings settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser(settings.username());
        source.setApplicationName(APPLICATION_NAME);
        source.setConnectTimeout(seconds(settings.connectionTimeout()));
        source.setTcpKeepAlive(true);
        return source;
    }

    private static void requireReachable(DataSource source, DatabaseSettings settings) {
        try (Connection connection = source.getConnection()) {
            if (!connection.isValid(seconds(settings.connectionTimeout()))) {
                throw new SQLException("no answer");
            }
        } catch (SQLException failure) {
            throw new DatabaseUnavailableException(
                    "The database at " + settings.location() + " cannot be used: " + failure.getMessage(), failure);
        }
    }

    private static HikariDataSource pool(DatabaseSettings settings, RotatingPassword password) {
        PGSimpleDataSource source = unpooled(settings);
        // A database that vanished without a word is noticed when the answer is later than any statement could be.
        source.setSocketTimeout(seconds(settings.statementTimeout().plus(settings.connectionTimeout())));
        source.setReWriteBatchedInserts(true);
        // The detail of an error quotes the row, and errors are logged.
        source.setLogServerErrorDetail(false);
        HikariConfig config = new HikariConfig();
        config.setPoolName(APPLICATION_NAME);
        config.setDataSource(new RotatingDataSource(source, password));
        config.setMinimumIdle(settings.minimumIdle());
        config.setMaximumPoolSize(settings.maximumPoolSize());
        config.setConnectionTimeout(settings.connectionTimeout().toMillis());
        config.setLeakDetectionThreshold(settings.leakDetection().toMillis());
        config.setConnectionInitSql(
                "SET statement_timeout = " + settings.statementTimeout().toMillis() + "; SET lock_timeout = "
                        + settings.lockTimeout().toMillis() + "; SET idle_in_transaction_session_timeout = "
                        + IDLE_IN_TRANSACTION.toMillis() + "; SET TIME ZONE 'UTC'");
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException failure) {
            throw new DatabaseUnavailableException(
                    "The database at " + settings.location() + " gave no connection.", failure);
        }
    }

    private static EntityManagerFactory factory(DataSource pool) {
        return Persistence.createEntityManagerFactory(
                PERSISTENCE_UNIT,
                Map.of(
                        PersistenceUnitProperties.NON_JTA_DATASOURCE,
                        pool,
                        PersistenceUnitProperties.CLASSLOADER,
                        Database.class.getClassLoader()));
    }

    /** The provider reads its mappings when it is first used: let a wrong one fail here and not in a caller's hands. */
    private static EntityManagerFactory checked(EntityManagerFactory factory) {
        factory.createEntityManager().close();
        return factory;
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(Math.max(1, duration.toSeconds()));
    }
}
