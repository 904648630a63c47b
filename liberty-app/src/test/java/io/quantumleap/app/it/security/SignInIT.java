package io.quantumleap.app.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.ApiClient.Answer;
import io.quantumleap.app.it.Await;
import io.quantumleap.app.it.ServerProcess.SignIn;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInIT {

    private static final int CROWD = 48;

    private static final String WRONG = "not the password at all";

    private final SignIn anna = People.person("client");

    private static int me(String token) {
        return People.with(token).get("/api/auth/me").status();
    }

    private static JsonObject passwords(String current, String wanted) {
        return Json.createObjectBuilder()
                .add("current_password", current)
                .add("new_password", wanted)
                .build();
    }

    @Test
    void answersAsTheContractSays() {
        Answer answer = People.login(anna);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().keySet())
                .containsExactlyInAnyOrder("access_token", "token_type", "expires_in", "user", "must_change_password");
        assertThat(answer.json().getString("token_type")).isEqualTo("Bearer");
        assertThat(answer.json().getInt("expires_in")).isEqualTo(600);
        assertThat(answer.json().getJsonObject("user").keySet()).containsExactlyInAnyOrder("id", "username", "roles");
        assertThat(answer.header("Set-Cookie"))
                .contains("; Path=/api/auth;", "; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Domain");
        // The container adds that cookies are not to be kept either.
        assertThat(answer.header("Cache-Control")).startsWith("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody-here",
                "ADMIN' --",
                "' OR '1'='1",
                "admin\"; DROP TABLE account; --",
                "*",
                "../../etc/passwd",
                "<script>alert(1)</script>",
                "${jndi:ldap://localhost/a}",
                "admin)(|(uid=*",
                "ａｄｍｉｎ"
            })
    void refusesAnUnknownNameLikeAWrongPassword(String name) {
        Answer unknown = People.login(name, WRONG);
        Answer wrong = People.login(anna.username(), WRONG);

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.json().getString("type")).isEqualTo("urn:quantumleap:problem:sign-in-refused");
        assertThat(unknown.json().getString("detail")).isEqualTo(wrong.json().getString("detail"));
        assertThat(unknown.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(unknown.header("Set-Cookie")).isEmpty();
    }

    /** Enough to tell a look-up from a hash; a finer clock than this the noise of the network hides. */
    @Test
    void takesAsLongForAnUnknownNameAsForAWrongPassword() {
        RawHttp elsewhere = RawHttp.elsewhere(People.server(), 2);
        List<Long> unknown = new ArrayList<>();
        List<Long> wrong = new ArrayList<>();
        for (int person = 0; person < 4; person++) {
            String known = People.person("client").username();
            for (int attempt = 0; attempt < 3; attempt++) {
                unknown.add(attemptBy(elsewhere, "nobody-" + UUID.randomUUID()));
                wrong.add(attemptBy(elsewhere, known));
            }
        }
        Collections.sort(unknown);
        Collections.sort(wrong);
        double ratio = (double) unknown.get(unknown.size() / 2) / wrong.get(wrong.size() / 2);
        assertThat(ratio).isBetween(0.5, 2.0);
    }

    private static long attemptBy(RawHttp http, String name) {
        long start = System.nanoTime();
        RawHttp.Answer answer =
                http.post("/api/auth/login", "{\"username\":\"" + name + "\",\"password\":\"Lamps in a row 47\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(401);
        return System.nanoTime() - start;
    }

    @Test
    void servesOthersWhileARushOfSignInsIsTurnedAway() throws InterruptedException {
        ApiClient reader = People.signedIn("client");
        RawHttp rush = RawHttp.elsewhere(People.server(), 3);
        Set<Integer> answers = ConcurrentHashMap.newKeySet();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
        for (int i = 0; i < CROWD; i++) {
            crowd.execute(() -> {
                while (!over.get()) {
                    answers.add(rush.post(
                                    "/api/auth/login",
                                    "{\"username\":\"rush-" + UUID.randomUUID() + "\",\"password\":\"x\"}")
                            .status());
                }
            });
        }

        Await.until("a sign-in is turned away", Duration.ofMinutes(1), () -> answers.contains(503), () -> assertThat(
                        reader.get("/api/portfolio").status())
                .isEqualTo(200));
        over.set(true);
        crowd.shutdown();

        assertThat(crowd.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(answers).isSubsetOf(401, 429, 503);
    }

    @Test
    void makesAGuesserWaitAndNobodyElse() {
        SignIn ben = People.person("client");
        for (int i = 0; i < 5; i++) {
            assertThat(People.login(anna.username(), WRONG).status()).isEqualTo(401);
        }
        Answer barred = People.login(anna);

        assertThat(barred.status()).isEqualTo(429);
        assertThat(Integer.parseInt(barred.header("Retry-After"))).isBetween(1, 30);
        assertThat(barred.header("RateLimit")).startsWith("\"sign-in\";r=0;t=");
        assertThat(barred.json().getString("type")).isEqualTo("urn:quantumleap:problem:too-many-requests");
        assertThat(People.login(ben).status()).isEqualTo(200);
    }

    @Test
    void rotatesTheRefreshTokenAndEndsTheSessionOfOneThatComesTwice() {
        Answer first = People.login(anna);
        Answer other = People.login(anna);
        Answer second = People.refresh(People.refreshToken(first));
        assertThat(second.status()).isEqualTo(200);
        assertThat(People.refreshToken(second)).isNotEqualTo(People.refreshToken(first));
        assertThat(me(second.json().getString("access_token"))).isEqualTo(200);

        Answer stolen = People.refresh(People.refreshToken(first));
        assertThat(stolen.status()).isEqualTo(401);
        assertThat(stolen.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(People.refresh(People.refreshToken(second)).status()).isEqualTo(401);
        assertThat(me(second.json().getString("access_token"))).isEqualTo(401);
        assertThat(me(first.json().getString("access_token"))).isEqualTo(401);
        assertThat(me(other.json().getString("access_token"))).isEqualTo(200);
    }

    @Test
    void refreshesForItsOwnPageAlone() {
        ApiClient withCookie =
                People.server().client().with("Cookie", "ql_refresh=" + People.refreshToken(People.login(anna)));

        assertThat(withCookie.post("/api/auth/refresh").status()).isEqualTo(400);
        assertThat(withCookie
                        .with("X-Requested-With", "quantumleap")
                        .with("Sec-Fetch-Site", "cross-site")
                        .post("/api/auth/refresh")
                        .status())
                .isEqualTo(400);
        assertThat(withCookie
                        .with("X-Requested-With", "quantumleap")
                        .with("Sec-Fetch-Site", "same-origin")
                        .post("/api/auth/refresh")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"made-up", "%00", "x' OR '1'='1", "..%2F..%2Fetc%2Fpasswd"})
    void refusesARefreshTokenThatItDidNotGive(String token) {
        assertThat(People.refresh(token).status()).isEqualTo(401);
    }

    @Test
    void allowsNoOtherOrigin() {
        Answer preflight = People.server()
                .client()
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "x-requested-with")
                .send("OPTIONS", "/api/auth/refresh", java.net.http.HttpRequest.BodyPublishers.noBody());

        assertThat(preflight.response().headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
    }

    @Test
    void endsASessionAtOnceOnSigningOut() {
        Answer here = People.login(anna);
        String token = here.json().getString("access_token");
        String elsewhere = People.token(anna);
        assertThat(me(token)).isEqualTo(200);

        assertThat(People.with(token).post("/api/auth/logout").status()).isEqualTo(204);

        assertThat(me(token)).isEqualTo(401);
        assertThat(People.refresh(People.refreshToken(here)).status()).isEqualTo(401);
        assertThat(me(elsewhere)).isEqualTo(200);
    }

    @Test
    void signsOutEverywhereAtOnce() {
        Answer here = People.login(anna);
        Answer there = People.login(anna);
        String token = here.json().getString("access_token");

        Answer bye = People.with(token).delete("/api/auth/sessions");

        assertThat(bye.status()).isEqualTo(204);
        assertThat(bye.header("Set-Cookie")).contains("ql_refresh=;", "Max-Age=0");
        assertThat(me(token)).isEqualTo(401);
        assertThat(me(there.json().getString("access_token"))).isEqualTo(401);
        assertThat(People.refresh(People.refreshToken(there)).status()).isEqualTo(401);
        assertThat(People.login(anna).status()).isEqualTo(200);
    }

    @Test
    void changesThePasswordAndEndsTheOtherSessions() {
        String elsewhere = People.token(anna);
        String here = People.token(anna);
        String wanted = "Another lamp by the river 9";

        Answer changed = People.with(here).post("/api/auth/password", passwords(anna.password(), wanted));

        assertThat(changed.status()).as(changed.body()).isEqualTo(204);
        assertThat(me(here)).isEqualTo(200);
        assertThat(me(elsewhere)).isEqualTo(401);
        assertThat(People.login(anna).status()).isEqualTo(401);
        assertThat(People.login(anna.username(), wanted).json().getBoolean("must_change_password"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "password1234", "aaaaaaaaaaaaaaaa"})
    void refusesAWeakNewPassword(String weak) {
        Answer refused = People.with(People.token(anna)).post("/api/auth/password", passwords(anna.password(), weak));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("new_password");
        assertThat(People.login(anna).status()).isEqualTo(200);
    }

    @Test
    void showsAndEndsOnesOwnSessions() {
        String elsewhere = People.token(anna);
        ApiClient here = People.with(People.token(anna));
        JsonObject page = here.get("/api/auth/sessions").json();
        assertThat(page.isNull("next_cursor")).isTrue();
        assertThat(page.getJsonArray("items")).hasSize(2);
        JsonObject other = page.getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(item -> !item.getBoolean("current"))
                .findFirst()
                .orElseThrow();
        assertThat(other.keySet())
                .containsExactlyInAnyOrder("id", "created_at", "last_used_at", "user_agent", "current");

        ApiClient ben = People.signedIn("client");
        assertThat(ben.delete("/api/auth/sessions/" + other.getString("id")).status())
                .isEqualTo(404);
        assertThat(me(elsewhere)).isEqualTo(200);
        assertThat(here.delete("/api/auth/sessions/" + other.getString("id")).status())
                .isEqualTo(204);
        assertThat(me(elsewhere)).isEqualTo(401);
    }

    @Test
    void publishesNoPrivatePartOfAKey() {
        Answer answer = People.server().client().get("/api/auth/jwks");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getJsonArray("keys")).isNotEmpty().allSatisfy(key -> assertThat(
                        key.asJsonObject().keySet())
                .containsExactlyInAnyOrder("kty", "crv", "x", "y", "kid", "use", "alg"));
    }

    @Test
    void keepsKeysAndFirstSignInForTheOwnerAlone() throws java.io.IOException {
        java.nio.file.Path home = People.server().home();
        assertThat(java.nio.file.Files.getPosixFilePermissions(home.resolve("keys/master.key")))
                .hasSize(2);
        assertThat(java.nio.file.Files.getPosixFilePermissions(home.resolve("first-sign-in")))
                .hasSize(2);
    }
}
