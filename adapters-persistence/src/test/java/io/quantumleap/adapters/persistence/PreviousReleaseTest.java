package io.quantumleap.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * While a new version takes over, the version before it still works on the schema that the new one is migrating, and afterwards on the
 * migrated one. What it says to the database, written down in {@code db/previous-release.sql}, has to be accepted all the time, and what it
 * wrote has to be there.
 */
class PreviousReleaseTest {

    /** The newest migration that the previous release knows. */
    private static final String ITS_SCHEMA = "043";

    private static final int PROGRAMS = 3;
    private static final int ROUNDS = 10;

    /** A deadlock with the migration: who meets it is asked to try again, and nothing of the transaction is there. */
    private static final String DEADLOCK = "40P01";

    private static final String ITS_IDS = "01900000-0000-7000-8000-0000000000";
    private static final String REMOVAL = "DELETE FROM portfolio";

    private final DatabaseSettings settings =
            TestServer.running().createDatabase("test_" + UUID.randomUUID()).withPool(0, 2);
    private final AtomicInteger rounds = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
    private volatile boolean schemaIsMigrated;
    private volatile boolean over;

    /** What is said in one transaction. */
    private record Spoken(List<String> statements, boolean newerThanItsSchema) {

        boolean isRemoval() {
            return statements.get(0).startsWith(REMOVAL);
        }
    }

    @BeforeEach
    void makeItsSchema() {
        Flyway.configure(PreviousReleaseTest.class.getClassLoader())
                .dataSource(settings.url(), settings.username(), settings.password())
                .locations(SchemaMigration.LOCATION)
                .target(ITS_SCHEMA)
                .load()
                .migrate();
    }

    @Test
    void worksWhileAndAfterTheNewOneMigratesTheSchema() throws Exception {
        List<Spoken> its = transactions();
        assertThat(its).hasSizeGreaterThan(5);
        ExecutorService programs = Executors.newFixedThreadPool(PROGRAMS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < PROGRAMS; i++) {
                running.add(programs.submit(() -> work(its)));
            }
            awaitMore(running);
            try (Database migrated = Database.open(settings)) {
                schemaIsMigrated = true;
                awaitMore(running);
                over = true;
                for (Future<?> one : running) {
                    one.get(1, TimeUnit.MINUTES);
                }
                assertThat(refused).isEmpty();
                everythingIsThere(migrated);
            }
        } finally {
            over = true;
            programs.shutdownNow();
        }
    }

    private void awaitMore(List<Future<?>> running) throws InterruptedException {
        int enough = rounds.get() + ROUNDS;
        while (rounds.get() < enough && refused.isEmpty() && running.stream().noneMatch(Future::isDone)) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** Does everything again and again, with identifiers of its own; every other time the portfolio stays. */
    private boolean work(List<Spoken> its) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(settings.url(), settings.username(), settings.password())) {
            connection.setAutoCommit(false);
            for (int round = 0; !over; round++) {
                String ids = UUID.randomUUID().toString().substring(0, ITS_IDS.length());
                boolean knowsAll = schemaIsMigrated;
                for (Spoken transaction : its) {
                    if ((knowsAll || !transaction.newerThanItsSchema())
                            && (round % 2 == 0 || !transaction.isRemoval())) {
                        doOnce(connection, transaction.statements(), ids);
                    }
                }
                rounds.incrementAndGet();
            }
        }
        return true;
    }

    private void doOnce(Connection connection, List<String> transaction, String ids) throws SQLException {
        boolean done = false;
        while (!done && refused.isEmpty()) {
            done = isDone(connection, transaction, ids);
        }
    }

    private boolean isDone(Connection connection, List<String> transaction, String ids) throws SQLException {
        String current = "";
        try (Statement statement = connection.createStatement()) {
            for (String sql : transaction) {
                current = sql;
                statement.execute(sql.replace(ITS_IDS, ids));
            }
            connection.commit();
            return true;
        } catch (SQLException failure) {
            connection.rollback();
            if (!DEADLOCK.equals(failure.getSQLState())) {
                refused.add("The previous release cannot say: " + current + " (" + failure.getMessage() + ")");
                over = true;
            }
            return false;
        }
    }

    private void everythingIsThere(Database migrated) throws SQLException {
        long done = rounds.get();
        assertThat(number(migrated, "select count(*) from audit_entry")).isEqualTo(done);
        assertThat(number(migrated, "select count(*) from audit_waiting")).isEqualTo(done);
        assertThat(number(migrated, "select revision from price_revision")).isEqualTo(done);
        assertThat(number(migrated, "select count(*) from price")).isOne();
        assertThat(number(migrated, "select 3 * count(*) from portfolio"))
                .isPositive()
                .isEqualTo(number(migrated, "select count(*) from ledger_transaction"));
    }

    private static long number(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<Spoken> transactions() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(PreviousReleaseTest.class.getResourceAsStream("/db/previous-release.sql"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^-- transaction", -1))
                    .skip(1)
                    .map(PreviousReleaseTest::spoken)
                    .toList();
        }
    }

    private static Spoken spoken(String transaction) {
        int firstLine = transaction.indexOf('\n');
        return new Spoken(
                statements(transaction.substring(firstLine)),
                !transaction.substring(0, firstLine).isBlank());
    }

    private static List<String> statements(String transaction) {
        return Arrays.stream(transaction.split(";\\s*\n", -1))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }
}
