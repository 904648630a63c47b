package io.quantumleap.adapters.persistence.embedded;

import io.quantumleap.adapters.persistence.DatabaseSettings;
import io.quantumleap.adapters.persistence.DatabaseUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A running PostgreSQL server that belongs to this program. Its data survives a restart; a server that a killed program
 * left behind is stopped first, and a server that ends without being told to is started again, a bounded number of times. It listens on the loopback address only and lets nobody in without a password: the
 * administrator's is in a file that only the owner can read, the program's own is new at every start and stays in memory.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String ROLE = "quantumleap";
    private static final String DATABASE = "quantumleap";
    private static final String OWNER_ONLY = "rw-------";
    private static final String OWNER_ONLY_DIRECTORY = "rwx------";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DirectoryLock lock;
    private final int port;
    private final String administratorPassword;
    private final String rolePassword;
    private final Supervision supervision;

    private EmbeddedDatabase(
            DirectoryLock lock, PostgresServer server, int port, String administratorPassword, RestartPace pace) {
        this.lock = lock;
        this.port = port;
        this.administratorPassword = administratorPassword;
        this.rolePassword = randomPassword();
        this.supervision = new Supervision(new Supervised(server), pace, System::nanoTime);
    }

    /** Comes back on the same port and lets the program in with the same password. */
    private final class Supervised implements Supervision.Server {

        private final PostgresServer server;

        Supervised(PostgresServer server) {
            this.server = server;
        }

        @Override
        public boolean isRunning() throws IOException {
            return server.isRunning();
        }

        @Override
        public void startAgain() throws IOException {
            server.clearLeftovers();
            server.start(port);
            prepareRoleAndDatabase();
        }

        @Override
        public void stop() throws IOException {
            server.stop();
        }
    }

    /**
     * Starts the server, and makes its data folder and the program's database first if they are not there.
     *
     * @throws io.quantumleap.adapters.persistence.DatabaseInUseException if another running program holds the folder
     * @throws DatabaseUnavailableException if the server cannot run here; the message says why
     */
    public static EmbeddedDatabase start(EmbeddedSettings settings) {
        return start(settings, RestartPace.USUAL);
    }

    static EmbeddedDatabase start(EmbeddedSettings settings, RestartPace pace) {
        Path directory = settings.directory();
        try {
            createPrivateDirectory(directory);
            DirectoryLock lock = DirectoryLock.claim(directory);
            try {
                return start(settings, lock, pace);
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new DatabaseUnavailableException(
                    "The embedded database cannot use the folder " + directory + " (" + failure.getMessage()
                            + "): make it writable, or choose another with quantumleap.home.",
                    failure);
        }
    }

    private static EmbeddedDatabase start(EmbeddedSettings settings, DirectoryLock lock, RestartPace pace)
            throws IOException {
        Path directory = settings.directory();
        PostgresServer server = new PostgresServer(
                PostgresBinaries.unpackedIn(settings.binaries()), directory, settings.serverSettings());
        Path passwordFile = directory.resolve("administrator-password");
        String password = administratorPassword(passwordFile);
        server.initialise(passwordFile);
        server.clearLeftovers();
        int port = server.start(settings.port());
        EmbeddedDatabase database = new EmbeddedDatabase(lock, server, port, password, pace);
        try {
            database.prepareRoleAndDatabase();
            database.supervision.begin();
        } catch (RuntimeException failure) {
            server.stop();
            throw failure;
        }
        return database;
    }

    /** How the program reaches its database here. */
    public DatabaseSettings settings() {
        return settings(DATABASE);
    }

    /** The port on the loopback address. */
    public int port() {
        return port;
    }

    /** What the server is doing. */
    public ServerCondition condition() {
        return supervision.condition();
    }

    /** Makes an empty database that the program's role owns, besides the one it always has. */
    public DatabaseSettings createDatabase(String name) {
        return createDatabase(name, "template0");
    }

    /** Makes a copy of a database that nobody is connected to. */
    public DatabaseSettings createDatabase(String name, String template) {
        asAdministrator(connection -> create(connection, name, template));
        return settings(name);
    }

    /** Stops the server and gives the folder free. Connections that are still open are cut. */
    @Override
    public void close() {
        try (lock) {
            supervision.close();
        } catch (IOException failure) {
            throw new DatabaseUnavailableException("The embedded database could not be stopped.", failure);
        }
    }

    private DatabaseSettings settings(String database) {
        return DatabaseSettings.of(url(database), ROLE, rolePassword);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void prepareRoleAndDatabase() {
        asAdministrator(connection -> {
            String action = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", ROLE) ? "ALTER" : "CREATE";
            execute(connection, action + " ROLE " + ROLE + " LOGIN PASSWORD '" + rolePassword + "'");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
                create(connection, DATABASE, "template0");
            }
        });
    }

    private void asAdministrator(AdministratorWork work) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(PostgresServer.ADMINISTRATOR));
        source.setUser(PostgresServer.ADMINISTRATOR);
        source.setPassword(administratorPassword);
        try (Connection connection = source.getConnection()) {
            work.on(connection);
        } catch (SQLException failure) {
            throw new DatabaseUnavailableException(
                    "The embedded database does not answer as it should (" + failure.getMessage() + ").", failure);
        }
    }

    private static void create(Connection connection, String name, String template) throws SQLException {
        execute(
                connection,
                "CREATE DATABASE " + quoted(connection, name) + " OWNER " + ROLE + " TEMPLATE "
                        + quoted(connection, template));
    }

    private static String quoted(Connection connection, String identifier) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.enquoteIdentifier(identifier, true);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String administratorPassword(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).trim();
        }
        String password = randomPassword();
        Path written = Files.createTempFile(
                file.getParent(),
                "password",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        Files.writeString(written, password + "\n", StandardCharsets.UTF_8, StandardOpenOption.SYNC);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        return password;
    }

    private static void createPrivateDirectory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Files.createDirectories(directory.getParent());
        try {
            Files.createDirectory(
                    directory,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY_DIRECTORY)));
        } catch (FileAlreadyExistsException madeMeanwhile) {
            if (!Files.isDirectory(directory)) {
                throw madeMeanwhile;
            }
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @FunctionalInterface
    private interface AdministratorWork {
        void on(Connection connection) throws SQLException;
    }
}
