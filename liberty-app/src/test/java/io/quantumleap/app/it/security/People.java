package io.quantumleap.app.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.ApiClient.Answer;
import io.quantumleap.app.it.ServerProcess;
import io.quantumleap.app.it.ServerProcess.SignIn;
import io.quantumleap.app.it.SharedServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.UUID;

/** People who can sign in to the shared server; each test makes its own. */
final class People {

    private People() {}

    /** Someone new with these roles. */
    static SignIn person(String... roles) {
        SignIn signIn = new SignIn("it-" + UUID.randomUUID(), "Lamps by the river " + UUID.randomUUID());
        JsonArrayBuilder codes = Json.createArrayBuilder();
        for (String role : roles) {
            codes.add(role);
        }
        Answer answer = SharedServer.administrator()
                .post(
                        "/api/users",
                        Json.createObjectBuilder()
                                .add("username", signIn.username())
                                .add("password", signIn.password())
                                .add("roles", codes)
                                .build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return signIn;
    }

    /** Someone new, signed in. */
    static ApiClient signedIn(String... roles) {
        return server().client().signedIn(person(roles));
    }

    /** What a sign-in answers. */
    static Answer login(SignIn signIn) {
        return login(signIn.username(), signIn.password());
    }

    /** What a sign-in answers. */
    static Answer login(String username, String password) {
        return server().client()
                .post(
                        "/api/auth/login",
                        Json.createObjectBuilder()
                                .add("username", username)
                                .add("password", password)
                                .build());
    }

    /** The access token of a sign-in that must succeed. */
    static String token(SignIn signIn) {
        Answer answer = login(signIn);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().getString("access_token");
    }

    /** A client with this token. */
    static ApiClient with(String token) {
        return server().client().with("Authorization", "Bearer " + token);
    }

    /** The refresh token that an answer set. */
    static String refreshToken(Answer answer) {
        String cookie = answer.header("Set-Cookie");
        assertThat(cookie).startsWith("ql_refresh=");
        return cookie.substring("ql_refresh=".length(), cookie.indexOf(';'));
    }

    /** What exchanging a refresh token answers. */
    static Answer refresh(String refreshToken) {
        return server().client()
                .with("Cookie", "ql_refresh=" + refreshToken)
                .with("X-Requested-With", "quantumleap")
                .post("/api/auth/refresh");
    }

    static ServerProcess server() {
        return SharedServer.running();
    }
}
