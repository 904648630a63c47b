package io.quantumleap.app.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.ApiClient.Answer;
import io.quantumleap.app.it.Authenticator;
import io.quantumleap.app.it.ServerProcess.SignIn;
import io.quantumleap.app.it.SharedServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** A person with an authenticator app, played by a few lines of its own. */
class SecondFactorIT {

    private final SignIn anna = People.person("client");

    private static JsonObject code(String code) {
        return Json.createObjectBuilder().add("code", code).build();
    }

    private Answer login(String code) {
        return People.server()
                .client()
                .post(
                        "/api/auth/login",
                        Json.createObjectBuilder()
                                .add("username", anna.username())
                                .add("password", anna.password())
                                .add("code", code)
                                .build());
    }

    private static Answer begin(ApiClient client, String password) {
        return client.post(
                "/api/auth/second-factor",
                Json.createObjectBuilder().add("current_password", password).build());
    }

    @Test
    void asksForACodeOnceItIsConfirmed() {
        ApiClient client = People.with(People.token(anna));
        assertThat(begin(client, "a guess").status()).isEqualTo(400);
        JsonObject begun = begin(client, anna.password()).json();
        String secret = begun.getString("secret");
        assertThat(begun.getString("otpauth_uri")).startsWith("otpauth://totp/Quantum%20Leap");
        assertThat(People.login(anna).status()).as("not confirmed yet").isEqualTo(200);

        Answer confirmed = client.post("/api/auth/second-factor/confirmation", code(Authenticator.code(secret, 0)));
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        String recovery = confirmed.json().getJsonArray("recovery_codes").getString(0);

        Answer without = People.login(anna);
        assertThat(without.status()).isEqualTo(401);
        assertThat(without.json().getString("type")).isEqualTo("urn:quantumleap:problem:second-factor-needed");
        assertThat(login("none").json().getString("type")).isEqualTo("urn:quantumleap:problem:second-factor-needed");
        String next = Authenticator.code(secret, 1);
        assertThat(login(next).status()).isEqualTo(200);
        assertThat(login(next).status()).as("the same code again").isEqualTo(401);
        assertThat(login(recovery).status()).isEqualTo(200);
        assertThat(login(recovery).status()).isEqualTo(401);
        assertThat(client.get("/api/auth/second-factor").json().getInt("recovery_codes_left"))
                .isEqualTo(9);
        assertThat(begin(client, anna.password()).status()).isEqualTo(409);

        String id = client.get("/api/auth/me").json().getString("id");
        assertThat(SharedServer.administrator()
                        .delete("/api/users/" + id + "/second-factor")
                        .status())
                .isEqualTo(204);
        assertThat(People.login(anna).status()).isEqualTo(200);
    }
}
