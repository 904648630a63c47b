package io.quantumleap.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient.Answer;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;

/** A request whose time is over is given up and says so; what needs no database has all the time that it needs. */
class DeadlineIT {

    @Test
    void givesUpWhatTakesTooLong() {
        try (ServerProcess server = ServerProcess.setup()
                .with("quantumleap.http.deadline", "PT0.001S")
                .start()
                .awaitReady()) {
            Answer answer = server.client()
                    .post(
                            "/api/auth/login",
                            Json.createObjectBuilder()
                                    .add("username", "somebody")
                                    .add("password", "something long enough")
                                    .build());

            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(answer.json().getString("type")).isEqualTo("urn:quantumleap:problem:unavailable");
            assertThat(server.client().get("/health/ready").status()).isEqualTo(200);
            assertThat(server.client().get("/favicon.svg").status()).isEqualTo(200);
        }
    }
}
