package io.quantumleap.app.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.ApiClient.Answer;
import io.quantumleap.app.it.ServerProcess;
import io.quantumleap.app.it.SharedServer;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration is shown without its secrets, and what is merely odd is a warning on one's own machine. */
class ConfigurationIT {

    private static final String SECRET = "sk-never-to-be-shown-4711";

    @TempDir
    private Path folder;

    @Test
    void showsEverySettingWithItsSourceAndMasksSecrets() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), SECRET + "\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Path file = Files.writeString(folder.resolve("more.properties"), "quantumleap.database.pool.maximum=7\n");
        try (ServerProcess server = ServerProcess.setup()
                .home(folder.resolve("home"))
                .with("quantumleap.config.file", file.toString())
                .with("quantumleap.chat.openai.base-url", "http://someone:" + SECRET + "@localhost:1/v1")
                .with("quantumleap.chat.openai.model", "large")
                .with("quantumleap.chat.openai.api-key.file", key.toString())
                .with("quantumleap.databse.pool", "3")
                .start()
                .awaitReady()) {
            ApiClient administrator = server.client().signedIn(server.firstSignIn());

            Answer answer = administrator.get("/api/ops/configuration");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(row(answer, "quantumleap.chat.openai.api-key").getString("value"))
                    .isEqualTo("********");
            assertThat(row(answer, "quantumleap.chat.openai.api-key").getString("source"))
                    .isEqualTo("file of the secret");
            assertThat(row(answer, "quantumleap.database.pool.maximum").getString("value"))
                    .isEqualTo("7");
            assertThat(row(answer, "quantumleap.database.pool.maximum").getString("source"))
                    .isEqualTo("configuration file");
            assertThat(row(answer, "quantumleap.http.port").getString("source")).isEqualTo("environment");
            assertThat(row(answer, "quantumleap.mode").getString("source")).isEqualTo("default");
            assertThat(answer.body()).doesNotContain(SECRET);
            assertThat(String.join("\n", server.log()))
                    .contains("QUANTUMLEAP_DATABSE_POOL is no setting")
                    .doesNotContain(SECRET);
            assertThat(server.console()).doesNotContain(SECRET);
        }
    }

    @Test
    void tellsNobodyElse() {
        assertThat(People.signedIn("operator").get("/api/ops/configuration").status())
                .isEqualTo(403);
        assertThat(SharedServer.running().client().get("/api/ops/configuration").status())
                .isEqualTo(401);
    }

    private static JsonObject row(Answer answer, String name) {
        return answer.json().getJsonArray("items").stream()
                .map(item -> item.asJsonObject())
                .filter(item -> item.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }
}
