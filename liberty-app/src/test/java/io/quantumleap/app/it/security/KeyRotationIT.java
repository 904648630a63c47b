package io.quantumleap.app.it.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.DatabaseSettings;
import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.Await;
import io.quantumleap.app.it.ServerProcess;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two instances on one database: what one does, the other knows. */
class KeyRotationIT {

    private static ServerProcess first;
    private static ServerProcess second;

    @BeforeAll
    static void start() {
        first = ServerProcess.setup().start().awaitReady();
        second = ServerProcess.setup().beside(first).start().awaitReady();
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
    }

    private static String keyId(String token) {
        String header = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[0]), UTF_8);
        return header.replaceAll(".*\"kid\":\"([^\"]+)\".*", "$1");
    }

    private static String token(ServerProcess server) {
        return server.client().token(first.firstSignIn());
    }

    private static int me(ServerProcess server, String token) {
        return server.client()
                .with("Authorization", "Bearer " + token)
                .get("/api/auth/me")
                .status();
    }

    @Test
    void refusesNoRequestWhileTheKeyIsRotated() throws InterruptedException {
        AtomicBoolean goOn = new AtomicBoolean(true);
        AtomicInteger sent = new AtomicInteger();
        Queue<Integer> failures = new ConcurrentLinkedQueue<>();
        String old = token(first);
        ApiClient admin = first.client().with("Authorization", "Bearer " + old);
        ExecutorService load = Executors.newFixedThreadPool(4);
        List<ServerProcess> servers = List.of(first, second);
        IntStream.range(0, 4)
                .forEach(worker -> load.execute(() -> {
                    while (goOn.get()) {
                        // Every tenth request with a fresh token of one server, at the other.
                        String token = sent.get() % 10 == 0 ? token(servers.get(worker % 2)) : old;
                        int status = me(servers.get((worker + 1) % 2), token);
                        sent.incrementAndGet();
                        if (status != 200) {
                            failures.add(status);
                        }
                    }
                }));

        String next = admin.post("/api/ops/keys/rotate").json().getString("key_id");
        Await.until(
                "both sign with the new key",
                Duration.ofMinutes(2),
                () -> servers.stream().allMatch(server -> keyId(token(server)).equals(next)),
                () -> {});
        goOn.set(false);
        load.shutdown();
        assertThat(load.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES))
                .isTrue();

        assertThat(failures).isEmpty();
        assertThat(sent.get()).isGreaterThan(100);
        assertThat(keyId(old)).isNotEqualTo(next);
        assertThat(me(second, old)).isEqualTo(200);
        assertThat(second.client().get("/api/auth/jwks").json().getJsonArray("keys"))
                .extracting(JsonValue::asJsonObject)
                .extracting(key -> key.getString("kid"))
                .containsExactly(keyId(old), next);
    }

    /** Again and again, since both instances remember sessions that they have seen. */
    @Test
    void signsInHereAndOutThere() {
        for (int round = 0; round < 10; round++) {
            String token = token(first);
            for (int request = 0; request < 5; request++) {
                assertThat(me(first, token)).isEqualTo(200);
                assertThat(me(second, token)).isEqualTo(200);
            }

            assertThat(second.client()
                            .with("Authorization", "Bearer " + token)
                            .post("/api/auth/logout")
                            .status())
                    .isEqualTo(204);

            assertThat(me(first, token)).as("round " + round).isEqualTo(401);
            assertThat(me(second, token)).as("round " + round).isEqualTo(401);
        }
    }

    /** The connection on which an instance hears of ends is cut: what it remembers counts for nothing. */
    @Test
    void refusesAnEndedSessionAlsoWhenNobodyHearsOfIt() throws SQLException {
        String token = token(first);
        assertThat(me(second, token)).isEqualTo(200);
        DatabaseSettings database = first.databaseSettings();
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE query LIKE '%live-sessions%' AND pid <> pg_backend_pid()");
        }

        assertThat(first.client()
                        .with("Authorization", "Bearer " + token)
                        .post("/api/auth/logout")
                        .status())
                .isEqualTo(204);
        Await.until("the lease has run out", Duration.ofMinutes(1), () -> me(second, token) == 401, () -> {});
        for (int request = 0; request < 20; request++) {
            assertThat(me(second, token)).isEqualTo(401);
        }
    }

    @Test
    void refusesAMasterKeyOfAnotherInstallation() {
        ServerProcess third = ServerProcess.setup()
                .with("quantumleap.database.url", first.databaseSettings().url())
                .with("quantumleap.database.username", first.databaseSettings().username())
                .with("quantumleap.database.password", first.databaseSettings().password())
                .start();

        assertThat(third.awaitEnd()).isEqualTo(3);
        assertThat(third.console()).contains("same master key file").doesNotContain("\tat ");
    }
}
