package io.quantumleap.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The password of the program's role is replaced while four threads never stop asking for connections. */
class PasswordRotationTest {

    private static final Duration LONG = Duration.ofDays(1);
    private static final int WORKERS = 4;

    private final DatabaseSettings owner =
            TestServer.running().createDatabase("test_" + UUID.randomUUID()).withPool(0, 4);
    private final String role = "role_" + UUID.randomUUID().toString().replace("-", "");
    private final AtomicReference<String> file = new AtomicReference<>("first password");

    private DatabaseSettings settings;
    private Database database;

    @BeforeEach
    void openAsARoleOfItsOwn() throws SQLException {
        asAdministrator("CREATE ROLE " + role + " LOGIN PASSWORD 'first password'");
        asAdministrator("GRANT quantumleap TO " + role);
        settings = new DatabaseSettings(
                owner.url(), role, file.get(), 0, 4, Duration.ofSeconds(2), LONG, LONG, Duration.ZERO);
        database = Database.open(settings, () -> LONG, file::get);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void failsNothingWhenTheProgramLearnsOfTheNewPasswordFirst() throws Exception {
        // A connection of its own each time is the hardest case: none that signed in before the change helps.
        failsNothing(() -> assertThat(database.answers(Duration.ofSeconds(5))).isTrue(), () -> {
            file.set("second password");
            assertThat(database.followPassword()).isFalse();
            asAdministrator("ALTER ROLE " + role + " PASSWORD 'second password'");
        });
    }

    @Test
    void failsNoUnitOfWorkWhenTheDatabaseLearnsOfTheNewPasswordFirst() throws Exception {
        failsNothing(() -> {}, () -> {
            asAdministrator("ALTER ROLE " + role + " PASSWORD 'second password'");
            assertThat(database.followPassword()).isFalse();
            file.set("second password");
        });
    }

    private void failsNothing(Runnable besides, Change change) throws Exception {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        AtomicBoolean goOn = new AtomicBoolean(true);
        AtomicBoolean rotated = new AtomicBoolean();
        CountDownLatch before = new CountDownLatch(WORKERS * 20);
        CountDownLatch afterwards = new CountDownLatch(WORKERS * 50);
        ExecutorService load = Executors.newFixedThreadPool(WORKERS);
        for (int i = 0; i < WORKERS; i++) {
            load.execute(() -> {
                while (goOn.get()) {
                    try {
                        besides.run();
                        assertThat(work("SELECT 1")).isOne();
                        (rotated.get() ? afterwards : before).countDown();
                    } catch (RuntimeException | AssertionError failure) {
                        failures.add(failure);
                    }
                }
            });
        }
        assertThat(before.await(1, TimeUnit.MINUTES)).isTrue();

        change.make();
        assertThat(database.followPassword() || isRefused("first password")).isTrue();
        rotated.set(true);

        assertThat(afterwards.await(1, TimeUnit.MINUTES)).isTrue();
        goOn.set(false);
        load.shutdown();
        assertThat(load.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(failures).isEmpty();
    }

    @Test
    void closesTheConnectionsThatSignedInWithTheOldPassword() throws SQLException {
        int before = work("SELECT pg_backend_pid()");
        asAdministrator("ALTER ROLE " + role + " PASSWORD 'second password'");
        file.set("second password");

        assertThat(database.followPassword()).isTrue();
        assertThat(database.followPassword()).isFalse();

        assertThat(work("SELECT pg_backend_pid()")).isNotEqualTo(before);
        assertThat(database.answers(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void goesOnWithTheOldPasswordWhileTheDatabaseRefusesTheOfferedOne() {
        file.set("not known to the database yet");

        assertThat(database.followPassword()).isFalse();

        assertThat(database.answers(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void takesUpTheOfferedPasswordWhenAConnectionIsRefused() throws SQLException {
        asAdministrator("ALTER ROLE " + role + " PASSWORD 'second password'");
        assertThat(database.answers(Duration.ofSeconds(5))).isFalse();

        file.set("second password");

        assertThat(database.answers(Duration.ofSeconds(5))).isTrue();
        assertThat(database.followPassword())
                .as("older connections are still to be closed")
                .isTrue();
    }

    @Test
    void startsOnlyWithAPasswordThatTheDatabaseAccepts() {
        DatabaseSettings wrong = new DatabaseSettings(
                owner.url(), role, "wrong", 0, 4, Duration.ofSeconds(2), LONG, LONG, Duration.ZERO);

        assertThatThrownBy(() -> Database.open(wrong, () -> LONG, () -> "wrong"))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageNotContaining("first password");
    }

    private int work(String sql) {
        return database.unitOfWork().withConnection(connection -> number(connection, sql));
    }

    private boolean isRefused(String password) {
        try {
            DriverManager.getConnection(owner.url(), role, password).close();
            return false;
        } catch (SQLException refused) {
            return "28P01".equals(refused.getSQLState());
        }
    }

    private void asAdministrator(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(owner.url(), "postgres", TestServer.administratorPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    @FunctionalInterface
    private interface Change {

        void make() throws SQLException;
    }
}
