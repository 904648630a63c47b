package io.quantumleap.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server, or the database under it, is taken away in the middle of an import. */
class KilledServerIT {

    private static final int ROWS = 20_000;
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final ExecutorService sender = Executors.newSingleThreadExecutor();

    @Test
    void hasEverythingOrNothingOfAFileAndTellsEachChangeOnce() throws Exception {
        Path home = folder.resolve("home");
        ServerProcess.SignIn signIn;
        String portfolio;
        try (ServerProcess server = ServerProcess.setup().home(home).start().awaitReady()) {
            signIn = server.firstSignIn();
            ApiClient client = server.client().signedIn(signIn);
            portfolio = "/api/portfolio/"
                    + client.post(
                                    "/api/portfolio",
                                    Json.createObjectBuilder()
                                            .add("name", "Killed")
                                            .add("base_currency", "USD")
                                            .build())
                            .json()
                            .getString("id");
            sendAndForget(client, portfolio, "A");
            TimeUnit.MILLISECONDS.sleep(700);
            server.kill();
        }
        try (ServerProcess server = ServerProcess.setup().home(home).start().awaitReady()) {
            ApiClient client = server.client().signedIn(signIn);
            isWhole(client, portfolio);
            sendAndForget(client, portfolio, "B");
            TimeUnit.MILLISECONDS.sleep(500);
            server.database().destroyForcibly();
            server.kill();
        }
        try (ServerProcess server = ServerProcess.setup().home(home).start().awaitReady()) {
            ApiClient client = server.client().signedIn(signIn);
            isWhole(client, portfolio);
            ApiClient.Answer again =
                    client.post(portfolio + "/transactions/import", "text/csv", DepositsFile.of("A", ROWS));
            assertThat(again.status()).as(again.body()).isEqualTo(200);
            assertThat(count(client, portfolio) % ROWS).isZero();
            Await.until("everything is delivered", SOON, () -> outbox(client).getInt("waiting") == 0, () -> {});
            assertThat(outbox(client).getJsonArray("dead_letters")).isEmpty();
            assertThat(outbox(client).getJsonArray("consumers").getJsonObject(0).getString("name"))
                    .isEqualTo("valuations");
        } finally {
            sender.shutdownNow();
        }
    }

    private void sendAndForget(ApiClient client, String portfolio, String name) {
        sender.execute(() -> {
            try {
                client.post(portfolio + "/transactions/import", "text/csv", DepositsFile.of(name, ROWS));
            } catch (UncheckedIOException theServerIsGone) {
                // It is what this is about.
            }
        });
    }

    private static void isWhole(ApiClient client, String portfolio) {
        assertThat(count(client, portfolio) % ROWS).isZero();
        ApiClient.Answer holdings = client.get(portfolio + "/holdings");
        assertThat(holdings.status()).as(holdings.body()).isEqualTo(200);
    }

    private static int count(ApiClient client, String portfolio) {
        return client.get(portfolio).json().getInt("transaction_count");
    }

    private static JsonObject outbox(ApiClient client) {
        return client.get("/api/ops/outbox").json();
    }
}
