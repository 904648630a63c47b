package io.quantumleap.security.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The SHA-256 of a refresh token, in hexadecimal. A plain hash is enough, because the token is as random as a key: there is
 * nothing to guess.
 */
public record RefreshDigest(String hex) {

    /** Refuses a missing value. */
    public RefreshDigest {
        Objects.requireNonNull(hex, "hex");
    }

    static RefreshDigest of(RefreshToken token) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] hash = sha256.digest(token.secret().getBytes(StandardCharsets.UTF_8));
            return new RefreshDigest(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
