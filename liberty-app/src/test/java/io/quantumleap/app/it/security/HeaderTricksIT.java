package io.quantumleap.app.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.ApiClient.Answer;
import io.quantumleap.app.it.SharedServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Header fields that other servers believe open nothing here, and no answer tells about the inside. */
class HeaderTricksIT {

    private static final List<String> INSIDE = List.of(
            "io.quantumleap",
            "java.lang",
            "\tat ",
            "Exception",
            "WebSphere",
            "Liberty",
            "postgres",
            "PSQL",
            "org.eclipse",
            "SELECT ",
            "/liberty/",
            "jdbc:");

    private static ApiClient stranger() {
        return SharedServer.running().client();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-User-ID|admin",
                "X-Forwarded-User|admin",
                "X-Remote-User|admin",
                "X-Original-URL|/api/auth/jwks",
                "X-Rewrite-URL|/api/auth/jwks",
                "X-HTTP-Method-Override|GET",
                "X-Forwarded-For|127.0.0.1",
                "X-Real-IP|127.0.0.1",
                "Forwarded|for=127.0.0.1;proto=https",
                "X-Custom-IP-Authorization|127.0.0.1",
                "X-Auth-Token|admin",
                "Cookie|Authorization=Bearer admin; LtpaToken2=x; JSESSIONID=x",
                "Referer|http://localhost/api/ops/access-matrix",
                "X-Requested-With|quantumleap",
                "$WSRU|admin",
                "$WSAT|Basic",
                "$WSIS|true"
            })
    void openNothing(String name, String value) {
        RawHttp.Answer answer =
                new RawHttp(SharedServer.running()).send("GET /api/users HTTP/1.1", name + ": " + value);

        assertThat(answer.status()).as(answer.text()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    void changeNoMethod(String name) {
        ApiClient client = People.signedIn("client");
        Answer answer = client.with(name, "DELETE").get("/api/portfolio");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"items\"");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/portfolio",
        "PUT, /api/portfolio",
        "PATCH, /api/auth/me",
        "POST, /api/auth/me",
        "DELETE, /api/ops/audit",
        "PUT, /api/ops/audit",
        "POST, /api/ops/access-matrix"
    })
    void leaveEveryRouteItsMethods(String method, String path) {
        assertThat(SharedServer.administrator()
                        .send(method, path, BodyPublishers.noBody())
                        .status())
                .isIn(405, 415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/api/nowhere",
                "/api/portfolio/not-an-id",
                "/api/users",
                "/api/portfolio?limit=x",
                "/error-page",
                "/.env",
                "/.git/config",
                "/server.xml",
                "/WEB-INF/web.xml",
                "/adminCenter",
                "/IBMJMXConnectorREST",
                "/ibm/api",
                "/ibm/console",
                "/jwt/ibm/x",
                "/actuator/env",
                "/swagger-ui",
                "/console",
                "/metrics/../api/users"
            })
    void tellNothingAboutTheInside(String path) {
        Answer answer = SharedServer.administrator().get(path);

        assertThat(answer.body())
                .as(path)
                .doesNotContain(INSIDE.stream()
                        .filter(word -> !word.equals("Exception"))
                        .toArray(String[]::new));
        assertThat(answer.response().headers().map().keySet())
                .doesNotContain("Server", "X-Powered-By", "server", "x-powered-by");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"username\":",
                "{\"username\":{\"$gt\":\"\"},\"password\":{\"$gt\":\"\"}}",
                "[]",
                "null",
                "\u0000",
                "<?xml version=\"1.0\"?>"
            })
    void tellNothingAboutTheInsideToABrokenBody(String body) {
        Answer answer = stranger().post("/api/auth/login", "application/json", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain(INSIDE.toArray(String[]::new));
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void keepOddHeadersOutOfTheAnswer() {
        for (String id : List.of("<script>alert(1)</script>", "a b", "x".repeat(100), "../../etc/passwd")) {
            Answer answer = stranger().with("X-Request-Id", id).get("/api/auth/me");
            assertThat(answer.header("X-Request-Id")).isNotEqualTo(id).matches("[A-Za-z0-9._-]{1,64}");
            assertThat(answer.body()).doesNotContain(id);
        }
    }

    @Test
    void tellOfNoSecretInHealthMetricsAndDescription() {
        String password = SharedServer.running().firstSignIn().password();
        for (String path : List.of("/health", "/metrics", "/openapi")) {
            assertThat(stranger().get(path).body())
                    .as(path)
                    .doesNotContain(
                            password,
                            "jdbc:",
                            "BEGIN PRIVATE KEY",
                            SharedServer.running().home().toString());
        }
    }
}
