package io.quantumleap.app.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.ApiClient.Answer;
import io.quantumleap.app.it.ServerProcess;
import io.quantumleap.app.it.ServerProcess.SignIn;
import io.quantumleap.app.it.SharedServer;
import jakarta.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server with small allowances, one proxy and one friendly origin: nobody gets beyond them by any header. */
class LimitsIT {

    private static final String FRIEND = "https://desk.example.org";

    private static ServerProcess server;
    private static ApiClient administrator;

    @BeforeAll
    static void startServer() {
        server = ServerProcess.setup()
                .with("quantumleap.limit.read.user", "30/PT1H")
                .with("quantumleap.limit.write.address", "20/PT1H")
                .with("quantumleap.limit.page.address", "40/PT1H")
                .with("quantumleap.limit.sign-in.bulkhead", "1/30/PT5M")
                .with("quantumleap.http.deadline", "PT10M")
                .with("quantumleap.http.trusted-proxies", "127.0.0.0/8, ::1")
                .with("quantumleap.http.cors-origins", FRIEND)
                .with("quantumleap.http.withheld-header", "X-Withheld")
                .start()
                .awaitReady();
        administrator = from("198.51.100.1").signedIn(server.firstSignIn());
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    private static ApiClient from(String address) {
        return server.client().with("X-Forwarded-For", address);
    }

    private static Answer drain(ApiClient client, String method, String path, int allowed) {
        for (int i = 0; i < allowed; i++) {
            assertThat(client.send(method, path, BodyPublishers.noBody()).status())
                    .as("request %d", i + 1)
                    .isNotEqualTo(429);
        }
        return client.send(method, path, BodyPublishers.noBody());
    }

    @Test
    void holdsAPersonToTheAllowanceFromWhereverTheyAsk() {
        Answer first = administrator.get("/api/auth/me");
        assertThat(first.response().headers().allValues("RateLimit-Policy"))
                .anyMatch(field -> field.equals("\"read-user\";q=30;w=3600"));

        Answer refused = drain(administrator, "GET", "/api/auth/me", 29);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().getString("type")).isEqualTo("urn:quantumleap:problem:too-many-requests");
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 120L);
        assertThat(refused.response().headers().allValues("RateLimit"))
                .anyMatch(field -> field.startsWith("\"read-user\";r=0;t="));
        assertThat(refused.header("Content-Security-Policy")).contains("default-src 'none'");
        for (String address : new String[] {"198.51.100.2", "2001:db8::1"}) {
            assertThat(administrator
                            .with("X-Forwarded-For", address)
                            .get("/api/auth/me")
                            .status())
                    .isEqualTo(429);
        }
        assertThat(server.client().get("/health/ready").status()).isEqualTo(200);
        assertThat(server.client().get("/api/auth/jwks").status()).isEqualTo(200);
    }

    @Test
    void holdsAnAddressToTheAllowanceWhateverItCallsItself() {
        ApiClient stranger = from("203.0.113.50");

        assertThat(drain(stranger, "POST", "/api/portfolio", 20).status()).isEqualTo(429);
        for (String field :
                new String[] {"X-Real-IP", "X-Client-IP", "Forwarded", "True-Client-IP", "X-Originating-IP"}) {
            assertThat(stranger.with(field, "192.0.2.1").post("/api/portfolio").status())
                    .as(field)
                    .isEqualTo(429);
        }
        assertThat(from("6.6.6.6, 203.0.113.50").post("/api/portfolio").status())
                .isEqualTo(429);
        assertThat(from("203.0.113.51").post("/api/portfolio").status()).isEqualTo(401);
    }

    @Test
    void letsEverybodySignInWhoComesAtNine() {
        SignIn someone = server.firstSignIn();
        String body = Json.createObjectBuilder()
                .add("username", someone.username())
                .add("password", someone.password())
                .build()
                .toString();

        List<CompletableFuture<Integer>> people = IntStream.range(0, 20)
                .mapToObj(person -> CompletableFuture.supplyAsync(
                        () -> from("198.51.100." + (100 + person))
                                .post("/api/auth/login", "application/json", body)
                                .status(),
                        task -> new Thread(task, "person-" + person).start()))
                .toList();

        assertThat(people).allSatisfy(person -> assertThat(person.join()).isEqualTo(200));
    }

    @Test
    void limitsFilesOfThePageToo() {
        Answer refused = drain(from("203.0.113.60"), "GET", "/favicon.svg", 40);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void answersAPreflightOfTheFriendlyOriginAlone() {
        Answer friend = preflight(FRIEND);
        assertThat(friend.status()).isEqualTo(204);
        assertThat(friend.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
        assertThat(friend.header("Access-Control-Allow-Methods"))
                .contains("POST")
                .doesNotContain("*");
        assertThat(friend.header("Access-Control-Allow-Headers"))
                .contains("Authorization")
                .doesNotContain("*");
        assertThat(friend.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(friend.header("Vary")).contains("Origin");

        Answer answer = from("203.0.113.70").with("Origin", FRIEND).get("/api/auth/jwks");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "https://desk.example.org.evil.example",
                "http://desk.example.org"
            })
    void tellsOtherOriginsNothing(String origin) {
        assertThat(preflight(origin).header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(preflight(origin).status()).isGreaterThanOrEqualTo(400);
        assertThat(from("203.0.113.71")
                        .with("Origin", origin)
                        .get("/api/auth/jwks")
                        .header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void opensToNoOtherOriginByDefault() {
        Answer closed = SharedServer.running()
                .client()
                .with("Origin", FRIEND)
                .with("Access-Control-Request-Method", "POST")
                .send("OPTIONS", "/api/portfolio", BodyPublishers.noBody());

        assertThat(closed.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(SharedServer.running()
                        .client()
                        .with("Origin", FRIEND)
                        .get("/metrics")
                        .header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void countsWhatBrowsersReport() {
        ApiClient browser = SharedServer.running().client();
        String report =
                "{\"csp-report\":{\"document-uri\":\"https://x/p?token=secret\",\"blocked-uri\":\"https://evil.example/x.js\","
                        + "\"effective-directive\":\"script-src-elem\"}}";

        assertThat(browser.post("/api/security/content-reports", "application/csp-report", report)
                        .status())
                .isEqualTo(204);
        assertThat(browser.post("/api/security/content-reports", "application/csp-report", "no json")
                        .status())
                .isEqualTo(400);
        assertThat(browser.post("/api/security/content-reports", "application/csp-report", "[".repeat(5_000))
                        .status())
                .isEqualTo(400);
        assertThat(browser.post("/api/security/content-reports", "application/csp-report", " ".repeat(20_000))
                        .status())
                .isEqualTo(413);
        assertThat(browser.post("/api/security/content-reports", "text/plain", report)
                        .status())
                .isEqualTo(415);
        assertThat(SharedServer.administrator().get("/api/ops/content-reports").body())
                .contains("https://evil.example", "script-src-elem")
                .doesNotContain("secret");
    }

    private static Answer preflight(String origin) {
        return from("203.0.113.72")
                .with("Origin", origin)
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "authorization, content-type")
                .send("OPTIONS", "/api/portfolio", BodyPublishers.noBody());
    }
}
