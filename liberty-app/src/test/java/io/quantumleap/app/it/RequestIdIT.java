package io.quantumleap.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient.Answer;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final ServerProcess server = SharedServer.running();
    private final ApiClient client = server.client();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/favicon.svg", "/nowhere", "/api/nowhere", "/api/auth/me", "/api/auth/jwks"})
    void standsInEveryAnswer(String path) {
        String own = "test-" + UUID.randomUUID();

        assertThat(client.with("X-Request-Id", own).get(path).header("X-Request-Id"))
                .isEqualTo(own);
        assertThat(client.get(path).header("X-Request-Id")).matches("[A-Za-z0-9._-]{1,64}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "has space",
                "<script>",
                "a/b",
                "0123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void isReplacedWhenItIsNotProper(String improper) {
        assertThat(client.with("X-Request-Id", improper).get("/").header("X-Request-Id"))
                .isNotEqualTo(improper)
                .matches("[A-Za-z0-9._-]{1,64}");
    }

    @Test
    void standsInTheProblemDocument() {
        Answer answer = client.with("X-Request-Id", "problem-1").get("/api/nowhere");

        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().getString("instance")).isEqualTo("urn:quantumleap:request:problem-1");
    }

    @Test
    void findsTheLineInTheLogWhichDoesNotHaveTheQuery() {
        String own = "log-" + UUID.randomUUID();

        client.with("X-Request-Id", own).get("/api/nowhere?account=very-private");

        Await.until("the line is there", SOON, () -> !linesWith(own).isEmpty(), () -> {});
        assertThat(linesWith(own))
                .singleElement()
                .asString()
                .startsWith("GET /api/nowhere 401")
                .doesNotContain("very-private");
    }

    @Test
    void findsOneLineWithTheStatusOfAPageThatIsNotThere() {
        String own = "log-" + UUID.randomUUID();

        client.with("X-Request-Id", own).get("/app/nowhere.js");

        Await.until("the line is there", SOON, () -> !linesWith(own).isEmpty(), () -> {});
        assertThat(linesWith(own)).singleElement().asString().startsWith("GET /app/nowhere.js 404");
    }

    @Test
    void findsTheLineOfAnAnswerThatWasStreamed() {
        String own = "log-" + UUID.randomUUID();
        ApiClient signedIn = client.signedIn(server.firstSignIn());

        signedIn.with("X-Request-Id", own)
                .with("Accept", "text/event-stream")
                .post(
                        "/api/ai/chat",
                        Json.createObjectBuilder().add("message", "help").build());

        Await.until("the line is there", SOON, () -> !linesWith(own).isEmpty(), () -> {});
        assertThat(linesWith(own)).singleElement().asString().startsWith("POST /api/ai/chat 200");
    }

    private List<String> linesWith(String id) {
        return server.log().stream()
                .filter(line -> line.contains(id))
                .map(line ->
                        Json.createReader(new StringReader(line)).readObject().getString("message"))
                .toList();
    }
}
