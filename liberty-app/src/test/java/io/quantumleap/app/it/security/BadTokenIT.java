package io.quantumleap.app.it.security;

import static io.quantumleap.app.it.security.Forge.andAlso;
import static io.quantumleap.app.it.security.Forge.base64;
import static io.quantumleap.app.it.security.Forge.with;
import static io.quantumleap.app.it.security.Forge.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient.Answer;
import io.quantumleap.app.it.ServerProcess.SignIn;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every forged, twisted, replayed or misplaced token gets 401 and nothing else. */
class BadTokenIT {

    private static final String ROUTE = "/api/auth/me";
    private static final SignIn ANNA = People.person("client");
    private static final String GENUINE = People.token(ANNA);
    private static final Forge FORGE = new Forge(People.server(), GENUINE);
    private static final long NOW = FORGE.claims().getInt("iat");

    static Stream<Arguments> badTokens() {
        Map<String, String> tokens = new LinkedHashMap<>();
        addForms(tokens);
        addSignatures(tokens);
        addHeaders(tokens);
        addClaims(tokens);
        addSessions(tokens);
        return tokens.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    private static void addForms(Map<String, String> tokens) {
        String[] parts = GENUINE.split("\\.", -1);
        tokens.put("no JWT", "nonsense");
        tokens.put("the word null", "null");
        tokens.put("two parts", parts[0] + "." + parts[1]);
        tokens.put("empty signature", parts[0] + "." + parts[1] + ".");
        tokens.put("four parts", GENUINE + ".x");
        tokens.put("five parts, like an encrypted one", GENUINE + ".x.y");
        tokens.put("padding", GENUINE + "=");
        tokens.put("oversized", FORGE.withClaims(with("note", "x".repeat(5000))));
        tokens.put(
                "deep claims",
                FORGE.withText(
                        FORGE.header().toString(),
                        andAlso(FORGE.claims(), "\"deep\":" + "[".repeat(500) + "]".repeat(500))));
        tokens.put("header is no JSON", FORGE.withText("{", FORGE.claims().toString()));
        tokens.put("claims are no JSON", FORGE.withText(FORGE.header().toString(), "claims"));
        tokens.put("claims are a list", FORGE.withText(FORGE.header().toString(), "[]"));
        tokens.put("claims and more", FORGE.withText(FORGE.header().toString(), FORGE.claims() + "{}"));
    }

    private static void addSignatures(Map<String, String> tokens) {
        String[] parts = GENUINE.split("\\.", -1);
        String admin =
                base64(with("groups", Json.createArrayBuilder().add("admin").build())
                        .apply(FORGE.claims())
                        .toString());
        tokens.put("tampered claims", parts[0] + "." + admin + "." + parts[2]);
        tokens.put(
                "tampered header",
                base64(with("typ", "AT+JWT").apply(FORGE.header()).toString()) + "." + parts[1] + "." + parts[2]);
        tokens.put(
                "signature of another",
                parts[0] + "." + parts[1] + "."
                        + FORGE.withClaims(with("jti", "another")).split("\\.", -1)[2]);
        tokens.put("signature of zeros", FORGE.withSignature(new byte[64]));
        tokens.put("short signature", FORGE.withSignature(new byte[10]));
        tokens.put("signature in another encoding", FORGE.withSignature(FORGE.derSignature()));
        tokens.put("another key under our key id", FORGE.signedWith(Forge.newKey("secp256r1"), FORGE.header()));
        tokens.put(
                "another key under its own id",
                FORGE.signedWith(Forge.newKey("secp256r1"), with("kid", "mine").apply(FORGE.header())));
        for (String none : new String[] {"none", "None", "NONE", "nOnE"}) {
            JsonObject header = with("alg", none).apply(FORGE.header());
            String unsigned = base64(header.toString()) + "." + parts[1] + ".";
            tokens.put("algorithm " + none, unsigned);
            tokens.put("algorithm " + none + " with a signature", unsigned + parts[2]);
        }
        tokens.put("HS256 with the public key", hmac(publicKey()));
        tokens.put("HS256 with an empty secret", hmac("\0"));
        tokens.put("RS256 with a new key", rsa());
        tokens.put("ES256 said to be ES384", FORGE.withHeader(with("alg", "ES384")));
    }

    private static void addHeaders(Map<String, String> tokens) {
        JsonArray exp = Json.createArrayBuilder().add("exp").build();
        tokens.put("typ JWT", FORGE.withHeader(with("typ", "JWT")));
        tokens.put("no typ", FORGE.withHeader(without("typ")));
        tokens.put("typ of a refresh token", FORGE.withHeader(with("typ", "rt+jwt")));
        tokens.put("critical extension", FORGE.withHeader(with("crit", exp)));
        tokens.put(
                "unknown critical extension",
                FORGE.withHeader(with("crit", Json.createArrayBuilder().add("x").build())));
        tokens.put("unencoded payload", FORGE.withHeader(with("b64", JsonValue.FALSE)));
        tokens.put("compressed", FORGE.withHeader(with("zip", "DEF")));
        tokens.put("own key in the header", FORGE.withHeader(with("jwk", JsonValue.EMPTY_JSON_OBJECT)));
        tokens.put("own key set", FORGE.withHeader(with("jku", "http://localhost:1/jwks")));
        tokens.put("own certificate", FORGE.withHeader(with("x5u", "http://localhost:1/cert")));
        tokens.put("no key id", FORGE.withHeader(without("kid")));
        tokens.put("key id that is a path", FORGE.withHeader(with("kid", "../../etc/passwd")));
        tokens.put("key id that is SQL", FORGE.withHeader(with("kid", "x' OR '1'='1")));
        tokens.put(
                "algorithm twice",
                FORGE.withText(
                        andAlso(FORGE.header(), "\"alg\":\"ES256\""),
                        FORGE.claims().toString()));
    }

    private static void addClaims(Map<String, String> tokens) {
        tokens.put("expired seconds ago", FORGE.withClaims(with("exp", NOW - 5)));
        tokens.put("expired long ago", FORGE.withClaims(chain(with("iat", NOW - 7200), with("exp", NOW - 3600))));
        tokens.put("issued in the future", FORGE.withClaims(chain(with("iat", NOW + 300), with("exp", NOW + 900))));
        tokens.put("not valid yet", FORGE.withClaims(with("nbf", NOW + 300)));
        tokens.put("valid for a day", FORGE.withClaims(with("exp", NOW + 86_400)));
        tokens.put("no expiry", FORGE.withClaims(without("exp")));
        tokens.put("expiry as text", FORGE.withClaims(with("exp", Long.toString(NOW + 300))));
        tokens.put("no issue time", FORGE.withClaims(without("iat")));
        tokens.put("another issuer", FORGE.withClaims(with("iss", "https://evil.example")));
        tokens.put(
                "issuer with a slash",
                FORGE.withClaims(with("iss", FORGE.claims().getString("iss") + "/")));
        tokens.put("no issuer", FORGE.withClaims(without("iss")));
        tokens.put("another audience", FORGE.withClaims(with("aud", "other")));
        tokens.put(
                "one more audience",
                FORGE.withClaims(with(
                        "aud",
                        Json.createArrayBuilder()
                                .add("quantumleap")
                                .add("other")
                                .build())));
        tokens.put("no audience", FORGE.withClaims(without("aud")));
        tokens.put("no subject", FORGE.withClaims(without("sub")));
        tokens.put("blank subject", FORGE.withClaims(with("sub", " ")));
        tokens.put(
                "another subject",
                FORGE.withClaims(with("sub", UUID.randomUUID().toString())));
        tokens.put("no token id", FORGE.withClaims(without("jti")));
        tokens.put("no roles", FORGE.withClaims(without("groups")));
        tokens.put(
                "role that is none",
                FORGE.withClaims(
                        with("groups", Json.createArrayBuilder().add("root").build())));
        tokens.put("roles as text", FORGE.withClaims(with("groups", "admin")));
        tokens.put(
                "subject twice",
                FORGE.withText(
                        FORGE.header().toString(),
                        andAlso(FORGE.claims(), "\"sub\":\"" + FORGE.claims().getString("sub") + "\"")));
    }

    private static void addSessions(Map<String, String> tokens) {
        String ended = People.token(ANNA);
        assertThat(People.with(ended).post("/api/auth/logout").status()).isEqualTo(204);
        Forge bens = new Forge(People.server(), People.token(People.person("client")));
        tokens.put("session ended", ended);
        tokens.put("no session", FORGE.withClaims(without("sid")));
        tokens.put(
                "unknown session",
                FORGE.withClaims(with("sid", UUID.randomUUID().toString())));
        tokens.put(
                "session of another", FORGE.withClaims(with("sid", bens.claims().getString("sid"))));
        tokens.put("a refresh token", People.refreshToken(People.login(ANNA)));
    }

    private static UnaryOperator<JsonObject> chain(UnaryOperator<JsonObject> one, UnaryOperator<JsonObject> other) {
        return object -> other.apply(one.apply(object));
    }

    private static String publicKey() {
        return People.server().client().get("/api/auth/jwks").body();
    }

    private static String hmac(String secret) {
        try {
            String content = base64(with("alg", "HS256").apply(FORGE.header()).toString()) + "."
                    + base64(FORGE.claims().toString());
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String rsa() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            String content = base64(with("alg", "RS256").apply(FORGE.header()).toString()) + "."
                    + base64(FORGE.claims().toString());
            Signature signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(pair.getPrivate());
            signer.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void acceptsTheGenuineTokenAndAFaithfulCopy() {
        assertThat(People.with(GENUINE).get(ROUTE).status()).isEqualTo(200);
        assertThat(People.with(FORGE.faithful()).get(ROUTE).status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void refuses(String what, String token) {
        Answer answer = People.with(token).get(ROUTE);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer realm=\"quantumleap\"");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().getString("type")).isEqualTo("urn:quantumleap:problem:unauthorized");
        assertThat(answer.body()).doesNotContain(token);
    }

    static Stream<Arguments> misplacedTokens() {
        String bearer = "Authorization: Bearer " + GENUINE;
        String get = "GET " + ROUTE + " HTTP/1.1";
        return Stream.of(
                Arguments.of("nowhere", get, new String[0]),
                Arguments.of("header twice", get, new String[] {bearer, bearer}),
                Arguments.of("two in one header", get, new String[] {bearer + ", Bearer " + GENUINE}),
                Arguments.of("no scheme", get, new String[] {"Authorization: " + GENUINE}),
                Arguments.of("another scheme", get, new String[] {"Authorization: Token " + GENUINE}),
                Arguments.of("basic", get, new String[] {"Authorization: Basic " + base64("admin:admin")}),
                Arguments.of("no token", get, new String[] {"Authorization: Bearer "}),
                Arguments.of("two spaces", get, new String[] {"Authorization: Bearer  " + GENUINE}),
                Arguments.of("quoted", get, new String[] {"Authorization: Bearer \"" + GENUINE + "\""}),
                Arguments.of("another header", get, new String[] {"X-Access-Token: " + GENUINE}),
                Arguments.of("a forwarded header", get, new String[] {"X-Forwarded-Authorization: Bearer " + GENUINE}),
                Arguments.of("a user header", get, new String[] {
                    "X-User-ID: " + FORGE.claims().getString("sub")
                }),
                Arguments.of("cookie", get, new String[] {"Cookie: access_token=" + GENUINE + "; Bearer=" + GENUINE}),
                Arguments.of(
                        "query",
                        "GET " + ROUTE + "?access_token=" + GENUINE + "&token=" + GENUINE + " HTTP/1.1",
                        new String[0]),
                Arguments.of(
                        "matrix parameter", "GET " + ROUTE + ";access_token=" + GENUINE + " HTTP/1.1", new String[0]),
                Arguments.of("HEAD", "HEAD " + ROUTE + " HTTP/1.1", new String[0]),
                Arguments.of("OPTIONS", "OPTIONS " + ROUTE + " HTTP/1.1", new String[0]),
                Arguments.of("method override", "POST " + ROUTE + " HTTP/1.1", new String[] {
                    "X-HTTP-Method-Override: GET", "Content-Length: 0"
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misplacedTokens")
    void takesATokenFromOnePlaceAlone(String where, String requestLine, String[] headers) {
        assertThat(new RawHttp(People.server()).send(requestLine, headers).status())
                .isEqualTo(401);
    }
}
