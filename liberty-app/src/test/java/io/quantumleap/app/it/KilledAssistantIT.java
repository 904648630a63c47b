package io.quantumleap.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.rest.chat.model.StandInProvider;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed while a provider replies: nothing is stored, nothing is charged twice, nothing is forgotten. */
class KilledAssistantIT {

    private static final String CHAT = "/api/ai/chat";
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    private final ExecutorService sender = Executors.newSingleThreadExecutor();
    private final StandInProvider provider = new StandInProvider();

    @AfterEach
    void stop() {
        provider.close();
        sender.shutdownNow();
    }

    private ServerProcess start() {
        return ServerProcess.setup()
                .home(home)
                .with("quantumleap.chat.openai.base-url", provider.baseUrl())
                .with("quantumleap.chat.openai.model", "model-a")
                .with("quantumleap.chat.prices", "model-a=2.50/10.00")
                .start()
                .awaitReady();
    }

    @Test
    void keepsWhatWasSetAsideAndChargesTheQuestionThatIsAskedAgainOnce() {
        String key = UUID.randomUUID().toString();
        JsonObject question =
                Json.createObjectBuilder().add("message", "Say hello").build();
        ServerProcess.SignIn signIn;
        BigDecimal setAside;
        try (ServerProcess server = start()) {
            signIn = server.firstSignIn();
            ApiClient client = server.client().signedIn(signIn);
            provider.answers(provider.silent());
            sender.execute(() -> {
                try {
                    client.with("Idempotency-Key", key).post(CHAT, question);
                } catch (UncheckedIOException theServerIsGone) {
                    // It is what this is about.
                }
            });
            Await.until(
                    "the provider is asked", SOON, () -> !provider.requests().isEmpty(), () -> {});
            setAside = reserved(client);
            assertThat(setAside).isPositive();
            server.kill();
        }
        provider.reset();
        provider.answers(StandInProvider.saying("Hello."));
        try (ServerProcess server = start()) {
            ApiClient client = server.client().signedIn(signIn);
            assertThat(reserved(client))
                    .as("nobody knows what the call has cost")
                    .isEqualByComparingTo(setAside);
            assertThat(requests(client)).isZero();
            assertThat(client.get(CHAT + "/conversations").json().getJsonArray("items"))
                    .isEmpty();

            JsonObject answer = client.post(CHAT, question).json();

            assertThat(answer.getString("response")).isEqualTo("Hello.");
            Await.until("the call is settled", SOON, () -> requests(client) == 1, () -> {});
            assertThat(reserved(client)).isEqualByComparingTo(setAside);
            assertThat(provider.requests())
                    .as("the call that was lost is not made again")
                    .hasSize(1);
            assertThat(client.get(CHAT + "/conversations").json().getJsonArray("items"))
                    .hasSize(1);
        }
    }

    private static JsonObject month(ApiClient client) {
        return client.get("/api/ai/cost-tracking").json().getJsonObject("current_month");
    }

    private static BigDecimal reserved(ApiClient client) {
        return new BigDecimal(month(client).getJsonObject("reserved").getString("amount"));
    }

    private static int requests(ApiClient client) {
        return month(client).getInt("requests");
    }
}
