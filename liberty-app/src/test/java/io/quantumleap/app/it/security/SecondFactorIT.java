package io.quantumleap.app.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.ApiClient.Answer;
import io.quantumleap.app.it.ServerProcess.SignIn;
import io.quantumleap.app.it.SharedServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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

    private static String app(String base32, int stepsAhead) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(base32), "RAW"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8)
                    .putLong(Instant.now().getEpochSecond() / 30 + stepsAhead)
                    .array());
            int number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String base32) {
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < base32.length(); i++) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(i));
            bits.append(String.format(Locale.ROOT, "%5s", Integer.toBinaryString(value))
                    .replace(' ', '0'));
        }
        byte[] bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        return bytes;
    }

    @Test
    void asksForACodeOnceItIsConfirmed() {
        ApiClient client = People.with(People.token(anna));
        JsonObject begun = client.post("/api/auth/second-factor").json();
        String secret = begun.getString("secret");
        assertThat(begun.getString("otpauth_uri")).startsWith("otpauth://totp/Quantum%20Leap");
        assertThat(People.login(anna).status()).as("not confirmed yet").isEqualTo(200);

        Answer confirmed = client.post("/api/auth/second-factor/confirmation", code(app(secret, 0)));
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        String recovery = confirmed.json().getJsonArray("recovery_codes").getString(0);

        Answer without = People.login(anna);
        assertThat(without.status()).isEqualTo(401);
        assertThat(without.json().getString("type")).isEqualTo("urn:quantumleap:problem:second-factor-needed");
        assertThat(login("none").json().getString("type")).isEqualTo("urn:quantumleap:problem:second-factor-needed");
        String next = app(secret, 1);
        assertThat(login(next).status()).isEqualTo(200);
        assertThat(login(next).status()).as("the same code again").isEqualTo(401);
        assertThat(login(recovery).status()).isEqualTo(200);
        assertThat(login(recovery).status()).isEqualTo(401);
        assertThat(client.get("/api/auth/second-factor").json().getInt("recovery_codes_left"))
                .isEqualTo(9);
        assertThat(client.post("/api/auth/second-factor").status()).isEqualTo(409);

        String id = client.get("/api/auth/me").json().getString("id");
        assertThat(SharedServer.administrator()
                        .delete("/api/users/" + id + "/second-factor")
                        .status())
                .isEqualTo(204);
        assertThat(People.login(anna).status()).isEqualTo(200);
    }
}
