package io.quantumleap.adapters.rest.security;

import io.quantumleap.security.secondfactor.TotpSecret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A secret for an authenticator app, which is shown once.
 *
 * @param otpauthUri the same with its parameters, for apps that read addresses or pictures of them
 */
public record NewSecretJson(String secret, String otpauthUri) {

    static NewSecretJson of(TotpSecret secret, String username) {
        String label = URLEncoder.encode("Quantum Leap:" + username, StandardCharsets.UTF_8)
                .replace("+", "%20");
        return new NewSecretJson(
                secret.base32(),
                "otpauth://totp/" + label + "?secret=" + secret.base32()
                        + "&issuer=Quantum%20Leap&algorithm=SHA1&digits=6&period=30");
    }

    @Override
    public String toString() {
        return "NewSecretJson[not shown]";
    }
}
