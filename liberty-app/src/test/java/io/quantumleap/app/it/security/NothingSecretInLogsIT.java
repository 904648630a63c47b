package io.quantumleap.app.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.ApiClient.Answer;
import io.quantumleap.app.it.ServerProcess;
import io.quantumleap.app.it.ServerProcess.SignIn;
import io.quantumleap.app.it.SharedServer;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NothingSecretInLogsIT {

    private final ServerProcess server = SharedServer.running();

    /** Walks through everything that has to do with secrets, well and badly, then looks for each secret in all that was written. */
    @Test
    void showNoPasswordAndNoToken() {
        Map<String, String> secrets = new LinkedHashMap<>();
        SignIn anna = People.person("client");
        secrets.put("password", anna.password());
        Answer login = People.login(anna);
        String token = login.json().getString("access_token");
        secrets.put("access token", token);
        secrets.put("refresh token", People.refreshToken(login));
        secrets.put("wrong password", marker());
        People.login(anna.username(), secrets.get("wrong password"));
        secrets.put("password as user name", marker());
        People.login(secrets.get("password as user name"), "x");
        secrets.put("password in broken JSON", marker());
        server.client()
                .post(
                        "/api/auth/login",
                        "application/json",
                        "{\"password\":\"" + secrets.get("password in broken JSON"));
        secrets.put("password in an unknown field", marker());
        server.client()
                .post(
                        "/api/auth/login",
                        Json.createObjectBuilder()
                                .add("pass", secrets.get("password in an unknown field"))
                                .build());
        secrets.put("weak password", "short" + marker().substring(0, 4));
        secrets.put("new password", marker());
        ApiClient caller = People.with(token);
        change(caller, anna.password(), secrets.get("weak password"));
        change(caller, anna.password(), secrets.get("new password"));

        Forge forge = new Forge(server, token);
        secrets.put("token with a bad signature", forge.withSignature(new byte[64]));
        secrets.put("token for another", forge.withClaims(Forge.with("aud", "other")));
        secrets.put("token of long ago", forge.withClaims(Forge.with("exp", 1)));
        secrets.put("token of another type", forge.withHeader(Forge.with("typ", "JWT")));
        secrets.put("token in the query", forge.withClaims(Forge.with("jti", "in-the-query")));
        secrets.forEach((what, secret) -> {
            if (what.startsWith("token")) {
                People.with(secret).get("/api/auth/me");
            }
        });
        server.client().get("/api/auth/me?access_token=" + secrets.get("token in the query"));
        People.refresh(secrets.get("refresh token"));
        People.refresh(secrets.get("refresh token"));

        String written = written();
        assertThat(written).contains("/api/auth/login");
        secrets.forEach((what, secret) -> assertThat(written.contains(essence(secret)))
                .as("%s is in the log or on the console", what)
                .isFalse());
    }

    private static void change(ApiClient caller, String current, String wanted) {
        caller.post(
                "/api/auth/password",
                Json.createObjectBuilder()
                        .add("current_password", current)
                        .add("new_password", wanted)
                        .build());
    }

    private static String marker() {
        return "marker-" + UUID.randomUUID();
    }

    /** Of a token the claims already say too much. */
    private static String essence(String secret) {
        String[] parts = secret.split("\\.", -1);
        return parts.length == 3 ? parts[1] : secret;
    }

    /** The log, the console and whatever the server wrote about its failures. */
    private String written() {
        Path output = server.home().resolveSibling("output");
        StringBuilder all = new StringBuilder(String.join("\n", server.log()));
        all.append(server.console().replace(server.firstSignIn().password(), ""));
        try (Stream<Path> files = Files.walk(output)) {
            List<Path> logs = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".log"))
                    .toList();
            for (Path log : logs) {
                all.append(Files.readString(log, StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        // JSON may write a slash with a backslash before it.
        return all.toString().replace("\\/", "/");
    }
}
