package io.quantumleap.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    private static final String EXAMPLE = "classpath:db/example";
    private static final String OLDER = "classpath:db/older";
    private static final String CHANGED = "classpath:db/changed";
    private static final String EMPTY = "classpath:db/empty";

    private final DatabaseSettings settings = fresh();

    @Test
    void bringsAnEmptyDatabaseToTheNewestVersionAndKeepsItsRows() throws SQLException {
        try (Database database = Database.open(settings, EXAMPLE)) {
            execute(database, "INSERT INTO note (id, text, author) VALUES (1, 'kept', 'me')");
        }
        try (Database again = Database.open(settings, EXAMPLE)) {
            assertThat(query(again, "SELECT text FROM note")).isEqualTo("kept");
        }
    }

    @Test
    void bringsAnOlderDatabaseToTheNewestVersion() throws SQLException {
        Database.open(settings, OLDER).close();
        try (Database newer = Database.open(settings, EXAMPLE)) {
            execute(newer, "INSERT INTO note (id, text, author) VALUES (1, 'new column', 'me')");
        }
    }

    /** A migration that wants a table which somebody reads does not make all the others wait behind it. */
    @Test
    void letsOthersReadWhileAMigrationHasToWait() throws Exception {
        Database.open(settings, OLDER).close();
        CompletableFuture<Void> newer;
        try (Connection reader = connect();
                Connection other = connect()) {
            reader.setAutoCommit(false);
            assertThat(query(reader, "SELECT count(*) FROM note")).isEqualTo("0");
            newer = CompletableFuture.runAsync(
                    () -> Database.open(settings, EXAMPLE).close());
            while (query(other, "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'note'::regclass")
                    .equals("0")) {
                assertThat(newer).isNotDone();
            }

            // Without the migration giving way this would wait for the reader, which waits for this.
            assertThat(query(other, "SELECT count(*) FROM note")).isEqualTo("0");

            assertThat(newer).isNotDone();
        }
        newer.get();
        try (Database again = Database.open(settings, EXAMPLE)) {
            assertThat(query(again, "SELECT count(*) FROM note WHERE author IS NULL"))
                    .isEqualTo("0");
        }
    }

    @Test
    void isMigratedOnceWhenManyProgramsStartAtOnce() throws Exception {
        List<CompletableFuture<Void>> programs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            programs.add(CompletableFuture.runAsync(
                    () -> Database.open(settings, EXAMPLE).close()));
        }
        for (CompletableFuture<Void> one : programs) {
            one.get();
        }
        try (Connection connection = connect()) {
            assertThat(query(connection, "SELECT count(*) FROM flyway_schema_history WHERE success"))
                    .isEqualTo("2");
        }
    }

    @Test
    void refusesADatabaseThatANewerProgramWrote() {
        Database.open(settings, EXAMPLE).close();

        assertThatExceptionOfType(DatabaseTooNewException.class)
                .isThrownBy(() -> Database.open(settings, OLDER))
                .withMessageContaining("schema version 2")
                .withMessageContaining("up to 1")
                .withMessageEndingWith("start the newer program.");
    }

    @Test
    void refusesADatabaseWhoseMigrationsWereOthers() {
        Database.open(settings, OLDER).close();

        assertThatThrownBy(() -> Database.open(settings, CHANGED)).isInstanceOf(DatabaseMismatchException.class);
    }

    @Test
    void refusesToStartWithoutAnyMigration() {
        assertThatThrownBy(() -> Database.open(settings, EMPTY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("No migration");
    }

    @Test
    void refusesATableThatSomebodyElseMade() throws SQLException {
        try (Database owner = Database.open(settings, EXAMPLE)) {
            execute(owner, "DROP TABLE flyway_schema_history");
        }

        assertThatThrownBy(() -> Database.open(settings, EXAMPLE)).isInstanceOf(DatabaseMismatchException.class);
    }

    @Test
    void saysWhichServerCannotBeReachedAndNeverThePassword() throws Exception {
        DatabaseSettings nobody = DatabaseSettings.of(
                "jdbc:postgresql://127.0.0.1:" + unusedPort() + "/none?sslpassword=hidden", "me", "secret-word");

        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> Database.open(nobody, EXAMPLE))
                .withMessageContaining("127.0.0.1")
                .withMessageNotContainingAny("secret-word", "hidden");
        assertThat(nobody.toString()).doesNotContain("secret-word", "hidden");
    }

    @Test
    void refusesAWrongPassword() {
        DatabaseSettings wrong = DatabaseSettings.of(settings.url(), settings.username(), "not-it");

        assertThatThrownBy(() -> Database.open(wrong, EXAMPLE)).isInstanceOf(DatabaseUnavailableException.class);
    }

    @Test
    void cutsAStatementThatRunsTooLong() {
        DatabaseSettings impatient =
                settings.withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(50), Duration.ofSeconds(1));
        try (Database database = Database.open(impatient, EXAMPLE)) {
            assertThatThrownBy(() -> query(database, "SELECT pg_sleep(60)"))
                    .isInstanceOfSatisfying(SQLException.class, failure -> assertThat(failure.getSQLState())
                            .isEqualTo("57014"));
        }
    }

    @Test
    void countsTheConnectionsThatAreLent() throws SQLException {
        try (Database database = Database.open(settings.withPool(0, 3), EXAMPLE);
                Connection lent = database.dataSource().getConnection()) {
            assertThat(lent.isValid(1)).isTrue();
            assertThat(database.poolUsage().active()).isOne();
            assertThat(database.poolUsage().maximum()).isEqualTo(3);
        }
    }

    @Test
    void answersWhileTheServerRuns() {
        try (Database database = Database.open(settings, EXAMPLE)) {
            assertThat(database.answers(Duration.ofSeconds(5))).isTrue();
        }
    }

    private static DatabaseSettings fresh() {
        return TestServer.running().createDatabase("test_" + UUID.randomUUID()).withPool(0, 4);
    }

    private static int unusedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(settings.url(), settings.username(), settings.password());
    }

    private static String query(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return query(connection, sql);
        }
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
