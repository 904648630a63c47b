package io.quantumleap.app.it.security;

import io.quantumleap.adapters.persistence.Database;
import io.quantumleap.adapters.persistence.security.JdbcKeyVault;
import io.quantumleap.adapters.persistence.security.MasterKey;
import io.quantumleap.app.it.ServerProcess;
import io.quantumleap.security.token.SigningKeys;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.function.UnaryOperator;

/**
 * Makes tokens of every kind. It has the server's own signing key, taken from the database with the master key, so that a token can be wrong in
 * one point and right in all others.
 */
final class Forge {

    private final PrivateKey key;
    private final JsonObject header;
    private final JsonObject claims;

    /** @param genuine a token that the server gave */
    Forge(ServerProcess server, String genuine) {
        this.key = serverKey(server);
        String[] parts = genuine.split("\\.", -1);
        this.header = parse(parts[0]);
        this.claims = parse(parts[1]);
    }

    JsonObject header() {
        return header;
    }

    JsonObject claims() {
        return claims;
    }

    /** A token that the server would have given. */
    String faithful() {
        return signed(header, claims);
    }

    String withHeader(UnaryOperator<JsonObject> change) {
        return signed(change.apply(header), claims);
    }

    String withClaims(UnaryOperator<JsonObject> change) {
        return signed(header, change.apply(claims));
    }

    /** With text that need not be JSON. */
    String withText(String headerText, String claimsText) {
        return sign(base64(headerText) + "." + base64(claimsText), key);
    }

    String signed(JsonObject otherHeader, JsonObject otherClaims) {
        return withText(otherHeader.toString(), otherClaims.toString());
    }

    String signedWith(PrivateKey other, JsonObject otherHeader) {
        return sign(base64(otherHeader.toString()) + "." + base64(claims.toString()), other);
    }

    /** The same token with another signature. */
    String withSignature(byte[] signature) {
        return base64(header.toString()) + "." + base64(claims.toString()) + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    byte[] derSignature() {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(key);
            signer.update(
                    (base64(header.toString()) + "." + base64(claims.toString())).getBytes(StandardCharsets.US_ASCII));
            return signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static UnaryOperator<JsonObject> with(String name, JsonValue value) {
        return object -> builder(object).add(name, value).build();
    }

    static UnaryOperator<JsonObject> with(String name, String value) {
        return with(name, Json.createValue(value));
    }

    static UnaryOperator<JsonObject> with(String name, long value) {
        return with(name, Json.createValue(value));
    }

    static UnaryOperator<JsonObject> without(String name) {
        return object -> builder(object).remove(name).build();
    }

    /** The JSON text with one more member at its end, also if the name is there already. */
    static String andAlso(JsonObject object, String member) {
        String text = object.toString();
        return text.substring(0, text.length() - 1) + "," + member + "}";
    }

    static PrivateKey newKey(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObjectBuilder builder(JsonObject object) {
        return Json.createObjectBuilder(object);
    }

    private static String sign(String content, PrivateKey signingKey) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(signingKey);
            signer.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonObject parse(String part) {
        String json = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static PrivateKey serverKey(ServerProcess server) {
        MasterKey master = MasterKey.in(server.home().resolve("keys/master.key"), new SecureRandom());
        try (Database database = Database.open(server.databaseSettings())) {
            return new SigningKeys(
                            new JdbcKeyVault(database.unitOfWork(), master), Duration.ofHours(1), Clock.systemUTC())
                    .active()
                    .privateKey();
        }
    }
}
