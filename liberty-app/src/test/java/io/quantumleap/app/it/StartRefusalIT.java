package io.quantumleap.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.DatabaseSettings;
import io.quantumleap.adapters.persistence.embedded.EmbeddedDatabase;
import io.quantumleap.adapters.persistence.embedded.EmbeddedSettings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot succeed ends with one sentence that says what to do, a status, and no stack trace. */
class StartRefusalIT {

    private static final int REFUSED = 3;

    @TempDir
    private Path folder;

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            ServerProcess server = ServerProcess.setup()
                    .home(folder.resolve("home"))
                    .port(holder.getLocalPort())
                    .start();

            assertRefused(server, "Port " + holder.getLocalPort(), "QUANTUMLEAP_HTTP_PORT");
            assertThat(folder.resolve("home").resolve("database")).doesNotExist();
        }
    }

    @Test
    void namesTheDataFolderThatCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertRefused(ServerProcess.setup().home(file.resolve("home")).start(), file.toString(), "QUANTUMLEAP_HOME");
    }

    @Test
    void refusesASecondServerOnTheSameDataFolder() {
        try (EmbeddedDatabase holder = embedded()) {
            assertThat(holder.port()).isPositive();

            assertRefused(ServerProcess.setup().home(folder).start(), "Another Quantum Leap", "quantumleap.home");
        }
    }

    @Test
    void refusesADatabaseThatANewerProgramWrote() throws Exception {
        try (ServerProcess server = ServerProcess.setup().home(folder).start()) {
            server.awaitReady();
        }
        try (EmbeddedDatabase database = embedded()) {
            pretendNewer(database.settings());
        }

        assertRefused(ServerProcess.setup().home(folder).start(), "schema version 9000", "start the newer program");
    }

    @Test
    void refusesADatabaseServerThatDoesNotAnswer() {
        ServerProcess server = ServerProcess.setup()
                .home(folder)
                .with("quantumleap.database.url", "jdbc:postgresql://127.0.0.1:" + ServerProcess.freePort() + "/none")
                .with("quantumleap.database.username", "nobody")
                .with("quantumleap.database.password", "never-to-be-seen")
                .start();

        assertRefused(server, "The database at jdbc:postgresql://127.0.0.1", "cannot be used");
        assertThat(server.console() + server.log()).doesNotContain("never-to-be-seen");
    }

    @Test
    void namesEverySettingAtFaultAtOnce() {
        ServerProcess server = ServerProcess.setup()
                .home(folder)
                .with("quantumleap.mode", "production")
                .with("quantumleap.database.pool.maximum", "many")
                .start();

        assertRefused(
                server,
                "quantumleap.database.pool.maximum must be a whole number",
                "embedded database is refused",
                "quantumleap.auth.issuer must be an https URL");
    }

    @Test
    void namesEveryClassOfFaultInProductionAndNoSecret() throws Exception {
        Path secret = Files.writeString(folder.resolve("api-key"), "your-api-key");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        ServerProcess server = ServerProcess.setup()
                .home(folder.resolve("home"))
                .with("quantumleap.mode", "production")
                .with("quantumleap.database.url", "jdbc:postgresql://db.example.org/q")
                .with("quantumleap.database.password", "Changeme-123")
                .with("quantumleap.auth.secure-cookie", "never")
                .with("quantumleap.chat.openai.api-key.file", secret.toString())
                .with("quantumleap.databse.pool", "3")
                .start();

        assertRefused(
                server,
                "quantumleap.database.username is missing. [missing-value]",
                "QUANTUMLEAP_DATABSE_POOL is no setting of this server",
                "[weak-secret]",
                "[plain-text-url]",
                "[permissive-browser]",
                "[unsafe-secret-file]");
        assertThat(server.console() + server.log()).doesNotContain("Changeme-123", "your-api-key");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    private static void assertRefused(ServerProcess server, String... parts) {
        try (server) {
            assertThat(server.awaitEnd()).as(server.console()).isEqualTo(REFUSED);
            assertThat(server.console()).contains("Quantum Leap did not start.").contains(parts);
            assertThat(server.console()).doesNotContain("\tat ", "Exception", "[ERROR", "is ready");
        }
    }

    private EmbeddedDatabase embedded() {
        return EmbeddedDatabase.start(EmbeddedSettings.in(folder.resolve("database")));
    }

    private static void pretendNewer(DatabaseSettings settings) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(settings.url(), settings.username(), settings.password());
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
                    + " checksum, installed_by, execution_time, success) VALUES (9000, '9000', 'future', 'SQL',"
                    + " 'V9000__future.sql', 1, 'newer', 1, true)");
        }
    }
}
