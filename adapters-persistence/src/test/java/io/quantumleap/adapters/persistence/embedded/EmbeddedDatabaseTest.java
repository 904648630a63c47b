package io.quantumleap.adapters.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.adapters.persistence.DatabaseInUseException;
import io.quantumleap.adapters.persistence.DatabaseSettings;
import io.quantumleap.adapters.persistence.DatabaseUnavailableException;
import io.quantumleap.adapters.persistence.TestServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    private Path home;

    @Test
    void keepsItsDataOverARestart() throws Exception {
        try (EmbeddedDatabase first = start()) {
            execute(first.settings(), "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (EmbeddedDatabase second = start()) {
            assertThat(query(second.settings(), "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void stopsTheServerThatAKilledProgramLeftRunning() throws Exception {
        Process killed = startInAnotherProgram();
        long orphan = recordedProcess();
        killed.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        assertThat(ProcessHandle.of(orphan)).get().matches(ProcessHandle::isAlive);

        try (EmbeddedDatabase next = start()) {
            assertThat(query(next.settings(), "SELECT answer FROM kept")).isEqualTo("42");
            assertThat(recordedProcess()).isNotEqualTo(orphan);
        }
    }

    @Test
    void refusesAFolderThatARunningProgramHolds() throws Exception {
        Process holder = startInAnotherProgram();
        try {
            assertThatExceptionOfType(DatabaseInUseException.class)
                    .isThrownBy(this::start)
                    .withMessageContaining(directory().toString())
                    .withMessageContaining("quantumleap.home");
        } finally {
            holder.destroy();
            holder.waitFor(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void refusesASecondServerInTheSameProgram() {
        try (EmbeddedDatabase first = start()) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(this::start).isInstanceOf(DatabaseInUseException.class);
        }
    }

    @Test
    void overcomesAPidFileWhoseNumberBelongsToNobody() throws Exception {
        start().close();
        Files.writeString(pidFile(), "999999999\n" + directory().resolve("data") + "\n");

        start().close();
    }

    @Test
    void overcomesAPidFileWhoseNumberBelongsToAnotherProgramByNow() throws Exception {
        start().close();
        Files.writeString(
                pidFile(), ProcessHandle.current().pid() + "\n" + directory().resolve("data") + "\n");

        start().close();
    }

    @Test
    void beginsAnewWhenTheFirstInitialisationWasCut() throws Exception {
        Files.createDirectories(directory().resolve("initialising").resolve("base"));

        start().close();
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        try (EmbeddedDatabase database = start()) {
            for (String user : List.of("postgres", "quantumleap")) {
                for (String password : List.of("", "postgres", "quantumleap")) {
                    assertThatThrownBy(() -> DriverManager.getConnection(
                                            database.settings().url(), user, password)
                                    .close())
                            .isInstanceOf(SQLException.class);
                }
            }
        }
    }

    @Test
    void givesTheProgramARoleThatCannotReachTheMachine() throws Exception {
        try (EmbeddedDatabase database = start()) {
            assertThatThrownBy(() -> execute(database.settings(), "COPY (SELECT 1) TO PROGRAM 'cat'"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> query(database.settings(), "SELECT pg_read_file('/etc/hostname')"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void keepsPasswordAndDataToTheOwner() throws Exception {
        start().close();

        assertThat(permissions(directory())).isEqualTo("rwx------");
        assertThat(permissions(directory().resolve("data"))).isEqualTo("rwx------");
        assertThat(permissions(directory().resolve("administrator-password"))).isEqualTo("rw-------");
    }

    @Test
    void listensOnTheLoopbackAddressAlone() throws Exception {
        try (EmbeddedDatabase database = start()) {
            assertThat(query(database.settings(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Path.of("/tmp", ".s.PGSQL." + database.port())).doesNotExist();
            assertThat(reachableFromOutside(database.port())).isFalse();
        }
    }

    @Test
    void writesDurablyAndWithChecksums() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(durable())) {
            assertThat(query(database.settings(), "SHOW fsync")).isEqualTo("on");
            assertThat(query(database.settings(), "SHOW full_page_writes")).isEqualTo("on");
            assertThat(query(database.settings(), "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(database.settings(), "SHOW data_checksums")).isEqualTo("on");
            assertThat(query(database.settings(), "SELECT upper('é')")).isEqualTo("É");
        }
    }

    @Test
    void comesBackOnThePortThatWasAskedFor() throws Exception {
        int port;
        try (EmbeddedDatabase first = start()) {
            port = first.port();
        }
        try (EmbeddedDatabase second =
                EmbeddedDatabase.start(TestServer.settings(directory()).withPort(port))) {
            assertThat(second.port()).isEqualTo(port);
        }
    }

    @Test
    void leavesNoProcessAndNoClaimBehind() throws Exception {
        EmbeddedDatabase database = start();
        long server = recordedProcess();
        database.close();

        ProcessHandle.of(server)
                .ifPresent(process -> assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(60)));
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void saysThatTheFolderCannotBeUsed() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "in the way");

        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> EmbeddedDatabase.start(TestServer.settings(file.resolve("database"))))
                .withMessageContaining(file.toString())
                .withMessageContaining("quantumleap.home");
    }

    @Test
    void saysThatTheDataBelongsToAnotherPostgres() throws Exception {
        Files.createDirectories(directory().resolve("data"));
        Files.writeString(directory().resolve("data").resolve("PG_VERSION"), "9\n");

        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(this::start)
                .withMessageContaining("belongs to PostgreSQL 9");
    }

    @Test
    void repeatsTheReasonWhenTheServerDoesNotStart() {
        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> EmbeddedDatabase.start(
                        TestServer.settings(directory()).withServerSetting("shared_buffers", "nonsense")))
                .withMessageContaining("did not start")
                .withMessageContaining("shared_buffers");
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(TestServer.settings(directory()));
    }

    private EmbeddedSettings durable() {
        EmbeddedSettings fast = TestServer.settings(directory());
        return EmbeddedSettings.in(fast.directory()).withBinaries(fast.binaries());
    }

    private Path directory() {
        return home.resolve("house").resolve("database");
    }

    private Path pidFile() {
        return directory().resolve("data").resolve("postmaster.pid");
    }

    private long recordedProcess() throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile()).get(0).trim());
    }

    /** Starts a JVM that holds the database until it is stopped, and waits for it to say so. */
    private Process startInAnotherProgram() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldDatabase.class.getName(),
                        directory().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = process.inputReader().readLine();
        assertThat(said).isEqualTo(HoldDatabase.READY);
        return process;
    }

    private static boolean reachableFromOutside(int port) throws IOException {
        Optional<InetSocketAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst()
                .map(address -> new InetSocketAddress(address, port));
        if (outside.isEmpty()) {
            return false;
        }
        try (Socket socket = new Socket()) {
            socket.connect(outside.get(), 1000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void execute(DatabaseSettings settings, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(settings.url(), settings.username(), settings.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(DatabaseSettings settings, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(settings.url(), settings.username(), settings.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
