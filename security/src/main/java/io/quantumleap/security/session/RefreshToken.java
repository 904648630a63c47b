package io.quantumleap.security.session;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;

/** The opaque secret that keeps a session going. It is shown once, to its owner, and never stored or printed. */
public record RefreshToken(String secret) {

    private static final int BYTES = 32;

    /** Refuses a missing secret. */
    public RefreshToken {
        Objects.requireNonNull(secret, "secret");
    }

    /** A new one that nobody can guess: 256 random bits. */
    public static RefreshToken random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is stored in its place. */
    public RefreshDigest digest() {
        return RefreshDigest.of(this);
    }

    @Override
    public String toString() {
        return "RefreshToken[not shown]";
    }
}
