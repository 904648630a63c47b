package io.quantumleap.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.DatabaseSettings;
import io.quantumleap.adapters.persistence.embedded.EmbeddedDatabase;
import io.quantumleap.adapters.persistence.embedded.EmbeddedSettings;
import io.quantumleap.app.it.ApiClient.Answer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void answersEachQuestionByItself() {
        ApiClient client = SharedServer.running().client();

        assertThat(client.get("/health/live").body()).contains("threads", "UP");
        assertThat(client.get("/health/started").body()).contains("installation", "UP");
        assertThat(client.get("/health/ready").body()).contains("database", "UP");
    }

    @Test
    void isNotReadyWithoutItsDatabaseAndRecoversByItself() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(EmbeddedSettings.in(folder.resolve("database")));
                CuttableLine line = CuttableLine.to(database.port());
                ServerProcess server = serverOn(database.settings(), line).awaitReady()) {
            ApiClient client = server.client();
            ServerProcess.SignIn signIn = server.firstSignIn();
            ApiClient signedIn = client.signedIn(signIn);

            line.cut();
            Await.until("not ready", SOON, () -> client.get("/health/ready").status() == 503, () -> {});
            assertThat(client.get("/health/ready").json().getString("status")).isEqualTo("DOWN");
            assertThat(client.get("/health/live").status()).isEqualTo(200);
            Answer refused = signedIn.get("/api/portfolio");
            assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(refused.json().getString("type")).endsWith(":unavailable");

            line.mend();
            Await.until("ready again", SOON, () -> client.get("/health/ready").status() == 200, () -> {});
            Await.until(
                    "serving again", SOON, () -> signedIn.get("/api/portfolio").status() == 200, () -> {});
        }
    }

    private ServerProcess serverOn(DatabaseSettings settings, CuttableLine line) {
        return ServerProcess.setup()
                .home(folder.resolve("home"))
                .with("quantumleap.database.url", "jdbc:postgresql://127.0.0.1:" + line.port() + "/quantumleap")
                .with("quantumleap.database.username", settings.username())
                .with("quantumleap.database.password", settings.password())
                .start();
    }
}
