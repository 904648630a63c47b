package io.quantumleap.app.it.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.quantumleap.app.it.ApiClient.Answer;
import io.quantumleap.app.it.ServerProcess;
import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Another program issues the tokens, and this server takes them by its configuration alone. */
class OpenIdProviderIT {

    private static final String ISSUER = "https://login.example.org";

    private static RSAKey key;
    private static RSAKey stranger;
    private static HttpServer provider;
    private static ServerProcess server;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("provider-1").generate();
        stranger = new RSAKeyGenerator(2048).keyID("provider-1").generate();
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
        provider.createContext("/keys", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        provider.start();
        server = ServerProcess.setup()
                .with("quantumleap.auth.issuer", ISSUER)
                .with("quantumleap.auth.audience", "desk")
                .with("quantumleap.auth.algorithm", "RS256")
                .with(
                        "quantumleap.auth.jwks-url",
                        "http://127.0.0.1:" + provider.getAddress().getPort() + "/keys")
                .with("quantumleap.auth.role-mapping", "staff=client,bosses=admin")
                .start()
                .awaitReady();
    }

    @AfterAll
    static void stop() {
        server.close();
        provider.stop(0);
    }

    private static String token(RSAKey signer, String group, Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(List.of("desk", "other"))
                .subject("u-17")
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("preferred_username", "anna")
                .claim("groups", List.of(group, "canteen"));
        change.accept(claims);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(signer.getKeyID())
                        .build(),
                claims.build());
        try {
            token.sign(new RSASSASigner(signer));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    private static Answer get(String path, String token) {
        return server.client().with("Authorization", "Bearer " + token).get(path);
    }

    @Test
    void takesItsTokensWithMappedRoles() {
        Answer me = get("/api/auth/me", token(key, "staff", claims -> {}));

        assertThat(me.status()).as(me.body()).isEqualTo(200);
        assertThat(me.json().getString("username")).isEqualTo("anna");
        assertThat(me.json().getJsonArray("roles")).containsExactly(Json.createValue("client"));
        assertThat(get("/api/users", token(key, "staff", claims -> {})).status())
                .isEqualTo(403);
        assertThat(get("/api/users", token(key, "bosses", claims -> {})).status())
                .isEqualTo(200);
    }

    @Test
    void refusesEverythingElse() {
        Instant past = Instant.now().minusSeconds(900);
        assertThat(List.of(
                        token(stranger, "staff", claims -> {}),
                        token(key, "canteen", claims -> {}),
                        token(key, "staff", claims -> claims.issuer("https://evil.example")),
                        token(key, "staff", claims -> claims.audience("other")),
                        token(key, "staff", claims -> claims.subject(null)),
                        token(key, "staff", claims -> claims.issueTime(Date.from(past))
                                .expirationTime(Date.from(past.plusSeconds(300)))),
                        token(
                                key,
                                "staff",
                                claims -> claims.expirationTime(
                                        Date.from(Instant.now().plusSeconds(86_400))))))
                .allSatisfy(
                        token -> assertThat(get("/api/auth/me", token).status()).isEqualTo(401));
    }

    @Test
    void takesNoPasswordAnyMore() {
        Answer login = server.client()
                .post(
                        "/api/auth/login",
                        Json.createObjectBuilder()
                                .add("username", server.firstSignIn().username())
                                .add("password", server.firstSignIn().password())
                                .build());

        assertThat(login.status()).isEqualTo(404);
    }
}
