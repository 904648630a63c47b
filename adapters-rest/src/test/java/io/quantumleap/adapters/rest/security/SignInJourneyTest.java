package io.quantumleap.adapters.rest.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.quantumleap.adapters.rest.DeskServer;
import io.quantumleap.adapters.rest.Injected;
import io.quantumleap.security.access.AccessRules;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.access.ServerAccess;
import io.quantumleap.security.secondfactor.SecondFactorCheck;
import io.quantumleap.security.session.OwnSessions;
import io.quantumleap.security.session.SessionLifetimes;
import io.quantumleap.security.signin.AdmissionDesk;
import io.quantumleap.security.signin.AttemptThrottle;
import io.quantumleap.security.signin.ChangePassword;
import io.quantumleap.security.signin.RefreshSession;
import io.quantumleap.security.signin.SignIn;
import io.quantumleap.security.testing.DirectWork;
import io.quantumleap.security.testing.InMemoryKeyVault;
import io.quantumleap.security.testing.SignInWorld;
import io.quantumleap.security.token.RecogniseCaller;
import io.quantumleap.security.token.RotateKeys;
import io.quantumleap.security.token.SigningKeys;
import io.quantumleap.security.token.TokenPolicy;
import io.quantumleap.security.vault.ReencryptSecrets;
import io.quantumleap.security.vault.Reencrypted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.core.ResteasyContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The resources and filters together, with real signatures. */
class SignInJourneyTest {

    private static final String PASSWORD = SignInWorld.PASSWORD.secret();

    private final SignInWorld world = new SignInWorld();
    private final CurrentCaller current = new CurrentCaller();
    private final InMemoryKeyVault vault = new InMemoryKeyVault();
    private final AccessRules rules = ServerAccess.rules();
    private SigningKeys keys;
    private DeskServer server;

    /** Nobody declared it. */
    @Path("forgotten")
    public static class Forgotten {

        @GET
        public String get() {
            return "{}";
        }
    }

    /** Declared for larger bodies; says how much it got. */
    @Path("portfolio")
    public static class Swallowing {

        @POST
        public String take(InputStream body) throws java.io.IOException {
            try {
                return Integer.toString(body.readAllBytes().length);
            } catch (RuntimeException interrupted) {
                throw new IllegalStateException("wrapped by a careless reader", interrupted);
            }
        }
    }

    @BeforeEach
    void open() {
        keys = new SigningKeys(vault, Duration.ofMinutes(61), world.clock);
        RotateKeys rotate = new RotateKeys(vault, keys, new DirectWork(), Duration.ofDays(30), world.clock);
        rotate.prepare();
        DirectWork work = new DirectWork();
        SecureRandom random = new SecureRandom();
        AdmissionDesk desk = new AdmissionDesk(
                world.sessions,
                new NimbusTokenSigner(keys),
                SignInWorld.RULES,
                SessionLifetimes.STANDARD,
                UUID::randomUUID,
                random);
        AttemptThrottle throttle = new AttemptThrottle(world.throttles, work, world.clock);
        AuthResource auth = new AuthResource(
                new SignIn(
                        world.accounts,
                        world.hasher,
                        throttle,
                        new SecondFactorCheck(world.secondFactors),
                        desk,
                        work,
                        random,
                        world.clock),
                new RefreshSession(world.accounts, world.sessions, desk, work, world.clock),
                world.signOut,
                new ChangePassword(
                        world.accounts,
                        world.sessions,
                        world.rules,
                        world.hasher,
                        throttle,
                        world.note,
                        work,
                        world.clock),
                new OwnSessions(world.sessions, work, world.clock),
                new PublishedKeys(keys),
                new RefreshCookie(false),
                new SignInPlace(true),
                current);
        RecogniseCaller recognise =
                new RecogniseCaller(new TokenPolicy(SignInWorld.RULES, keys::accepts), world.sessions, world.clock);
        server = new DeskServer(
                auth,
                new UsersResource(
                        new io.quantumleap.security.account.ListUsers(world.accounts),
                        world.createUser,
                        world.changeUser,
                        world.ownSecondFactor),
                new SecondFactorResource(world.ownSecondFactor, throttle, current),
                new OpsResource(
                        rules,
                        keys,
                        rotate,
                        new ReencryptSecrets(List.of(() -> new Reencrypted(2, 1)), work, world.audit),
                        world.clock),
                new Forgotten(),
                new Swallowing(),
                new OverloadedExceptionMapper(),
                Injected.into(new AuthenticationFilter(), rules, TokenVerifier.own(keys), recognise, current),
                Injected.into(new AuthorizationFilter(), rules, current),
                new BodyLimitFilter());
        world.person("anna", Role.CLIENT);
        world.person("root", Role.ADMIN);
        server.beforeEach(this::putContext);
    }

    @AfterEach
    void close() {
        ResteasyContext.clearContextData();
    }

    /** What the container knows: where a request came from. */
    private void putContext() {
        ResteasyContext.pushContext(HttpServletRequest.class, (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getRemoteAddr") ? "192.0.2.1" : false));
    }

    private DeskServer.Answer login(String name, String password) {
        return server.post("/auth/login", "{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}");
    }

    private String token(String name) {
        return login(name, PASSWORD).json().getString("access_token");
    }

    /** Sends a request with a token. */
    private DeskServer.Answer as(String token, String method, String uri, String json) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + token);
        byte[] body = null;
        if (json != null) {
            headers.put("Content-Type", "application/json");
            body = json.getBytes(StandardCharsets.UTF_8);
        }
        return server.send(method, uri, headers, body);
    }

    private DeskServer.Answer refresh(String cookie, String requestedWith) {
        Map<String, String> headers = new HashMap<>();
        if (cookie != null) {
            headers.put("Cookie", RefreshCookie.NAME + "=" + cookie);
        }
        if (requestedWith != null) {
            headers.put("X-Requested-With", requestedWith);
        }
        return server.send("POST", "/auth/refresh", headers, null);
    }

    private static String cookieValue(DeskServer.Answer answer) {
        String header = answer.header("Set-Cookie");
        return header.substring(header.indexOf('=') + 1, header.indexOf(';'));
    }

    @Test
    void signsInWithATokenThatTheKeyVerifies() throws ParseException, JOSEException {
        DeskServer.Answer answer = login("anna", PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("token_type")).isEqualTo("Bearer");
        assertThat(answer.json().getInt("expires_in")).isEqualTo(600);
        assertThat(answer.json().getBoolean("must_change_password")).isFalse();
        assertThat(answer.json().getJsonObject("user").getString("username")).isEqualTo("anna");
        SignedJWT jwt = SignedJWT.parse(answer.json().getString("access_token"));
        assertThat(jwt.verify(new ECDSAVerifier(keys.active().publicKey()))).isTrue();
        assertThat(jwt.getHeader().getType()).hasToString("at+jwt");
        assertThat(jwt.getHeader().getKeyID()).isEqualTo(keys.active().id());
        assertThat(jwt.getJWTClaimsSet().getClaims())
                .containsKeys("iss", "sub", "aud", "exp", "iat", "jti", "client_id", "groups", "sid", "upn");
    }

    @Test
    void keepsTheRefreshTokenOutOfReachOfScripts() {
        String cookie = login("anna", PASSWORD).header("Set-Cookie");

        assertThat(cookie)
                .startsWith("ql_refresh=")
                .contains("; Path=/api/auth", "; HttpOnly", "; SameSite=Strict", "; Max-Age=86400")
                .doesNotContain("Secure");
        assertThat(new RefreshCookie(true).clear(false)).contains("; Secure", "Max-Age=0");
        assertThat(new RefreshCookie(false).clear(true)).contains("; Secure");
    }

    @ParameterizedTest
    @CsvSource({"anna", "nobody", "x"})
    void refusesAWrongSignInWithoutSayingWhatWasWrong(String name) {
        DeskServer.Answer answer = login(name, "not the password at all");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.json().getString("type")).isEqualTo("urn:quantumleap:problem:sign-in-refused");
        assertThat(answer.json().getString("detail")).isEqualTo("The user name or the password is wrong.");
    }

    @Test
    void answersAGuesserWith429() {
        for (int i = 0; i < 5; i++) {
            login("anna", "not the password at all");
        }
        DeskServer.Answer answer = login("anna", PASSWORD);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("30");
        assertThat(answer.header("RateLimit")).isEqualTo("\"sign-in\";r=0;t=30");
    }

    @Test
    void answersAFloodWith503() {
        world.hasher.busy(true);

        DeskServer.Answer answer = login("anna", PASSWORD);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotNull();
    }

    @Test
    void saysWhoTheCallerIs() {
        DeskServer.Answer answer = as(token("anna"), "GET", "/auth/me", null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("username")).isEqualTo("anna");
        assertThat(answer.json().getJsonArray("roles").getString(0)).isEqualTo("client");
        assertThat(answer.json().keySet()).containsExactlyInAnyOrder("id", "username", "roles", "session_id");
    }

    @Test
    void asksForATokenWhereThereIsNone() {
        DeskServer.Answer answer = server.get("/auth/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"quantumleap\"");
        assertThat(answer.type()).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nowhere", "/auth/login/", "/auth/login/x", "/auth//login", "/auth/login;a=b", "/auth/%6cogin"})
    void asksForATokenOnEveryPathThatIsNotPublicToTheLetter(String uri) {
        assertThat(server.get(uri).status()).isEqualTo(401);
    }

    @Test
    void refusesATokenThatAnotherKeySigned() {
        String token = token("anna");
        String signature = token.substring(token.lastIndexOf('.') + 1);
        String other = token("anna");

        DeskServer.Answer answer =
                as(other.substring(0, other.lastIndexOf('.') + 1) + signature, "GET", "/auth/me", null);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        assertThat(as(other, "GET", "/auth/me", null).status()).isEqualTo(200);
    }

    @Test
    void refusesATokenOfAKeyThatWasReplaced() {
        String token = token("anna");
        assertThat(as(token, "GET", "/auth/me", null).status()).isEqualTo(200);

        assertThat(as(token("root"), "POST", "/ops/keys/replace", null).json().getString("state"))
                .isEqualTo("signing");

        assertThat(as(token, "GET", "/auth/me", null).status()).isEqualTo(401);
        assertThat(as(token("anna"), "GET", "/auth/me", null).status()).isEqualTo(200);
    }

    @Test
    void encryptsSecretsAnewForAdministratorsOnly() {
        assertThat(as(token("anna"), "POST", "/ops/keys/reencrypt", null).status())
                .isEqualTo(403);

        assertThat(as(token("root"), "POST", "/ops/keys/reencrypt", null).json().getInt("reencrypted"))
                .isEqualTo(1);
    }

    @Test
    void rotatesTheSigningKeyWithoutRefusingAToken() {
        String root = token("root");
        String next = as(root, "POST", "/ops/keys/rotate", null).json().getString("key_id");
        assertThat(server.get("/auth/jwks").json().getJsonArray("keys")).hasSize(2);

        world.clock.pass(Duration.ofMinutes(1));
        String fresh = token("anna");
        assertThat(as(root, "GET", "/auth/me", null).status()).isEqualTo(200);
        assertThat(as(fresh, "GET", "/auth/me", null).status()).isEqualTo(200);
        assertThat(as(root, "GET", "/ops/keys", null).json().getJsonArray("items"))
                .extracting(item -> item.asJsonObject().getString("key_id")
                        + item.asJsonObject().getString("state"))
                .containsExactly(vault.all().get(0).key().id() + "accepted", next + "signing");
    }

    @Test
    void endsASessionAtOnceOnSigningOut() {
        String token = token("anna");
        DeskServer.Answer bye = as(token, "POST", "/auth/logout", null);

        assertThat(bye.status()).isEqualTo(204);
        assertThat(bye.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(as(token, "GET", "/auth/me", null).status()).isEqualTo(401);
    }

    @Test
    void rotatesTheRefreshTokenAndEndsTheSessionOfOneThatComesTwice() {
        String first = cookieValue(login("anna", PASSWORD));
        DeskServer.Answer second = refresh(first, "quantumleap");
        assertThat(second.status()).isEqualTo(200);
        assertThat(cookieValue(second)).isNotEqualTo(first);

        DeskServer.Answer again = refresh(first, "quantumleap");
        assertThat(again.status()).isEqualTo(401);
        assertThat(again.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(refresh(cookieValue(second), "quantumleap").status()).isEqualTo(401);
        assertThat(as(second.json().getString("access_token"), "GET", "/auth/me", null)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refreshesForItsOwnPageAlone() {
        String cookie = cookieValue(login("anna", PASSWORD));

        assertThat(refresh(cookie, null).status()).isEqualTo(400);
        assertThat(refresh(cookie, "XMLHttpRequest").status()).isEqualTo(400);
        assertThat(server.send(
                                "POST",
                                "/auth/refresh",
                                Map.of(
                                        "Cookie", "ql_refresh=" + cookie,
                                        "X-Requested-With", "quantumleap",
                                        "Sec-Fetch-Site", "cross-site"),
                                null)
                        .status())
                .isEqualTo(400);
        assertThat(refresh(null, "quantumleap").status()).isEqualTo(401);
        assertThat(refresh(cookie, "quantumleap").status()).isEqualTo(200);
    }

    @Test
    void changesThePassword() {
        String elsewhere = token("anna");
        String here = token("anna");

        DeskServer.Answer wrong = as(
                here,
                "POST",
                "/auth/password",
                "{\"current_password\":\"something else entirely\",\"new_password\":\"another lamp by 9 rivers\"}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("current_password");
        DeskServer.Answer weak = as(
                here,
                "POST",
                "/auth/password",
                "{\"current_password\":\"" + PASSWORD + "\",\"new_password\":\"password1234\"}");
        assertThat(weak.json().getJsonArray("errors").getJsonObject(0).getString("code"))
                .isEqualTo("too-easy");

        DeskServer.Answer right = as(
                here,
                "POST",
                "/auth/password",
                "{\"current_password\":\"" + PASSWORD + "\",\"new_password\":\"another lamp by 9 rivers\"}");
        assertThat(right.status()).isEqualTo(204);
        assertThat(as(here, "GET", "/auth/me", null).status()).isEqualTo(200);
        assertThat(as(elsewhere, "GET", "/auth/me", null).status()).isEqualTo(401);
    }

    @Test
    void listsAndEndsSessions() {
        String elsewhere = token("anna");
        String here = token("anna");
        var items = as(here, "GET", "/auth/sessions", null).json().getJsonArray("items");
        assertThat(items).hasSize(2);
        String other = items.getValuesAs(jakarta.json.JsonObject.class).stream()
                .filter(item -> !item.getBoolean("current"))
                .findFirst()
                .orElseThrow()
                .getString("id");

        assertThat(as(here, "DELETE", "/auth/sessions/" + other, null).status()).isEqualTo(204);
        assertThat(as(elsewhere, "GET", "/auth/me", null).status()).isEqualTo(401);
        assertThat(as(here, "DELETE", "/auth/sessions/" + other, null).status()).isEqualTo(404);
        assertThat(as(here, "DELETE", "/auth/sessions/not-an-id", null).status())
                .isEqualTo(404);
    }

    @Test
    void letsAdministratorsAloneAdministerUsers() {
        String carl =
                "{\"username\":\"carl\",\"password\":\"quiet river 48 lamps\",\"roles\":[\"client\",\"marketing\"]}";
        assertThat(as(token("anna"), "POST", "/users", carl).status()).isEqualTo(403);
        assertThat(as(token("anna"), "GET", "/users", null).status()).isEqualTo(403);

        String root = token("root");
        DeskServer.Answer created = as(root, "POST", "/users", carl);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location"))
                .isEqualTo("/api/users/" + created.json().getString("id"));
        assertThat(created.json().keySet())
                .containsExactlyInAnyOrder("id", "username", "roles", "disabled", "created_at");
        assertThat(as(root, "POST", "/users", carl).status()).isEqualTo(409);

        DeskServer.Answer page = as(root, "GET", "/users?limit=2", null);
        assertThat(page.json().getJsonArray("items")).hasSize(2);
        DeskServer.Answer rest =
                as(root, "GET", "/users?limit=2&cursor=" + page.json().getString("next_cursor"), null);
        assertThat(rest.json().getJsonArray("items")).hasSize(1);
        assertThat(rest.json().isNull("next_cursor")).isTrue();
    }

    @Test
    void changesAUser() {
        String root = token("root");
        String anna = token("anna");
        String id = as(anna, "GET", "/auth/me", null).json().getString("id");

        DeskServer.Answer changed = as(root, "PATCH", "/users/" + id, "{\"roles\":[\"adviser\"],\"disabled\":true}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().getBoolean("disabled")).isTrue();
        assertThat(as(anna, "GET", "/auth/me", null).status()).isEqualTo(401);
        assertThat(login("anna", PASSWORD).status()).isEqualTo(401);

        assertThat(as(root, "PATCH", "/users/" + id, "{\"roles\":[\"root\"]}").status())
                .isEqualTo(400);
        assertThat(as(root, "PATCH", "/users/" + id, "{\"id\":\"x\"}").status()).isEqualTo(400);
        assertThat(as(root, "PATCH", "/users/" + UUID.randomUUID(), "{}").status())
                .isEqualTo(404);
        assertThat(as(root, "PATCH", "/users/x", "{}").status()).isEqualTo(404);
    }

    @Test
    void showsAdministratorsTheAccessRules() {
        assertThat(as(token("anna"), "GET", "/ops/access-matrix", null).status())
                .isEqualTo(403);

        DeskServer.Answer matrix = as(token("root"), "GET", "/ops/access-matrix", null);
        assertThat(matrix.json().getJsonArray("items")).hasSize(rules.all().size());
    }

    @Test
    void refusesAnEndpointThatNobodyDeclared() {
        assertThat(as(token("root"), "GET", "/forgotten", null).status()).isEqualTo(403);
    }

    @Test
    void publishesPublicKeysOnly() {
        DeskServer.Answer answer = server.get("/auth/jwks");

        assertThat(answer.status()).isEqualTo(200);
        var jwk = answer.json().getJsonArray("keys").getJsonObject(0);
        assertThat(jwk.keySet()).containsExactlyInAnyOrder("kty", "use", "crv", "kid", "x", "y", "alg");
        assertThat(jwk.getString("kid")).isEqualTo(keys.active().id());
    }

    @Test
    void answersABodyOverTheLimitWith413EvenInChunksAndBehindACarelessReader() {
        String token = token("anna");
        byte[] megabyte = new byte[1024 * 1024];
        byte[] more = new byte[1024 * 1024 + 1];
        Map<String, String> plain = Map.of("Authorization", "Bearer " + token, "Content-Type", "text/plain");

        assertThat(server.send("POST", "/portfolio", plain, megabyte).text()).isEqualTo("1048576");
        DeskServer.Answer chunked = server.send("POST", "/portfolio", plain, more);
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.json().getString("type")).endsWith("payload-too-large");

        Map<String, String> declared = new HashMap<>(plain);
        declared.put("Content-Length", "99999999999");
        assertThat(server.send("POST", "/portfolio", declared, new byte[0]).status())
                .isEqualTo(413);
    }

    @Test
    void limitsTheBodyOfASignInMore() {
        byte[] large = new byte[17 * 1024];
        Map<String, String> json = Map.of("Content-Type", "application/json");

        assertThat(server.send("POST", "/auth/login", json, large).status()).isEqualTo(413);
    }

    @Test
    void countsBytesInEveryWayOfReading() throws java.io.IOException {
        boolean[] told = new boolean[1];
        InputStream body = new BoundedInputStream(new ByteArrayInputStream(new byte[4]), 3, () -> told[0] = true);
        assertThat(body.skip(2)).isEqualTo(2);
        assertThat(body.read()).isZero();
        assertThat(told[0]).isFalse();
        org.assertj.core.api.Assertions.assertThatThrownBy(body::read)
                .isInstanceOf(io.quantumleap.adapters.rest.problem.ProblemException.class);
        assertThat(told[0]).isTrue();
    }

    @Test
    void neverPrintsASecretOfARequestOrAnswer() {
        assertThat(new LoginJson("anna", PASSWORD, null).toString()).doesNotContain(PASSWORD);
        assertThat(new NewPasswordJson(PASSWORD, PASSWORD).toString()).doesNotContain(PASSWORD);
        assertThat(new NewUserJson("anna", PASSWORD, List.of()).toString()).doesNotContain(PASSWORD);
        assertThat(new UserChangeJson(null, null, PASSWORD).toString()).doesNotContain(PASSWORD);
    }
}
