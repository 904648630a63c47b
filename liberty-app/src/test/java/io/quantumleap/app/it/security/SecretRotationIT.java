package io.quantumleap.app.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.DatabaseSettings;
import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.Authenticator;
import io.quantumleap.app.it.Await;
import io.quantumleap.app.it.ServerProcess;
import io.quantumleap.app.it.ServerProcess.SignIn;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operator replaces the database's password and the master key at noon, while people work. */
class SecretRotationIT {

    private static final int WORKERS = 4;
    private static final String FIRST = "first-database-password-47";
    private static final String SECOND = "second-database-password-48";

    /** Only its database is of interest. */
    private static ServerProcess owner;

    private static ServerProcess server;
    private static Path folder;
    private static DatabaseSettings administrator;

    @BeforeAll
    static void start() throws Exception {
        owner = ServerProcess.setup().start().awaitReady();
        administrator = owner.databaseSettings();
        folder = Files.createTempDirectory(owner.home(), "secrets");
        asAdministrator("CREATE ROLE teller LOGIN PASSWORD '" + FIRST + "'");
        asAdministrator("CREATE DATABASE bank OWNER teller");
        write("database", FIRST);
        server = ServerProcess.setup()
                .with("quantumleap.database.url", administrator.url().replace("/quantumleap", "/bank"))
                .with("quantumleap.database.username", "teller")
                .with(
                        "quantumleap.database.password_FILE",
                        folder.resolve("database").toString())
                .with(
                        "quantumleap.auth.master-key-file",
                        folder.resolve("master.key").toString())
                .start()
                .awaitReady();
    }

    @AfterAll
    static void stop() {
        server.close();
        owner.close();
    }

    @Test
    void refusesNoRequestWhileTheDatabasePasswordIsReplaced() throws Exception {
        Load load = new Load(server.client().token(server.firstSignIn()));

        write("database", SECOND);
        load.awaitMore(100);
        asAdministrator("ALTER ROLE teller PASSWORD '" + SECOND + "'");
        long changed = number("SELECT extract(epoch FROM clock_timestamp())");
        Await.until(
                "no connection is left that signed in before",
                Duration.ofMinutes(1),
                () -> connectionsFromBefore(changed) == 0,
                () -> {});
        load.awaitMore(100);

        assertThat(load.end()).isEmpty();
        assertThat(server.log()).noneMatch(line -> line.contains(FIRST) || line.contains(SECOND));
    }

    private static long connectionsFromBefore(long moment) {
        return number("SELECT count(*) FROM pg_stat_activity WHERE usename = 'teller' AND backend_start < to_timestamp("
                + moment + ")");
    }

    @Test
    void goesOverToAnotherMasterKeyWhilePeopleSignIn() throws Exception {
        ApiClient admin = server.client().signedIn(server.firstSignIn());
        SignIn anna = new SignIn("anna", "Lamps by the river 47");
        assertThat(admin.post(
                                "/api/users",
                                Json.createObjectBuilder()
                                        .add("username", anna.username())
                                        .add("password", anna.password())
                                        .add("roles", Json.createArrayBuilder().add("client"))
                                        .build())
                        .status())
                .isEqualTo(201);
        String recovery = secondFactorOf(anna);
        Path file = folder.resolve("master.key");
        String old = Files.readString(file);
        String next = Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(32)) + "\n";
        Load load = new Load(server.client().token(server.firstSignIn()));

        write("master.key", old + next);
        load.awaitMore(50);
        write("master.key", next + old);
        Await.until(
                "all is encrypted with the new key",
                Duration.ofSeconds(30),
                () -> admin.post("/api/ops/keys/reencrypt").json().getInt("reencrypted") > 0,
                () -> {});
        JsonObject again = admin.post("/api/ops/keys/reencrypt").json();
        assertThat(again.getInt("reencrypted")).isZero();
        assertThat(again.getInt("secrets")).isGreaterThanOrEqualTo(2);
        write("master.key", next);
        load.awaitMore(100);

        assertThat(load.end()).isEmpty();
        assertThat(login(anna, recovery)).isEqualTo(200);
        assertThat(admin.get("/api/ops/audit?action=secrets_reencrypted").body())
                .contains("secrets_reencrypted");
    }

    private static String secondFactorOf(SignIn person) {
        ApiClient client = server.client().signedIn(person);
        String secret = client.post(
                        "/api/auth/second-factor",
                        Json.createObjectBuilder()
                                .add("current_password", person.password())
                                .build())
                .json()
                .getString("secret");
        return client.post(
                        "/api/auth/second-factor/confirmation",
                        Json.createObjectBuilder()
                                .add("code", Authenticator.code(secret, 0))
                                .build())
                .json()
                .getJsonArray("recovery_codes")
                .getString(0);
    }

    private static int login(SignIn person, String code) {
        return server.client()
                .post(
                        "/api/auth/login",
                        Json.createObjectBuilder()
                                .add("username", person.username())
                                .add("password", person.password())
                                .add("code", code)
                                .build())
                .status();
    }

    /** As a secret store does it: beside, then in its place at once. */
    private static void write(String name, String text) throws IOException {
        Path draft = folder.resolve(name + ".next");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, text);
        Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void asAdministrator(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        administrator.url(), administrator.username(), administrator.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(String sql) {
        try (Connection connection = DriverManager.getConnection(
                        administrator.url(), administrator.username(), administrator.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** People who never stop asking, and what they were refused. */
    private static final class Load {

        private final AtomicBoolean goOn = new AtomicBoolean(true);
        private final AtomicInteger sent = new AtomicInteger();
        private final Queue<Integer> failures = new ConcurrentLinkedQueue<>();
        private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);

        Load(String token) {
            ApiClient client = server.client().with("Authorization", "Bearer " + token);
            for (int i = 0; i < WORKERS; i++) {
                boolean ready = i == 0;
                workers.execute(() -> {
                    while (goOn.get()) {
                        // Readiness opens a connection of its own each time.
                        int status = client.get(ready ? "/health/ready" : "/api/portfolio")
                                .status();
                        sent.incrementAndGet();
                        if (status != 200) {
                            failures.add(status);
                        }
                    }
                });
            }
        }

        void awaitMore(int requests) {
            int enough = sent.get() + requests;
            Await.until(requests + " more", Duration.ofMinutes(2), () -> sent.get() >= enough, () -> {});
        }

        Queue<Integer> end() throws InterruptedException {
            goOn.set(false);
            workers.shutdown();
            assertThat(workers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            return failures;
        }
    }
}
