package io.quantumleap.security.token;

import java.time.Instant;
import java.util.Objects;

/**
 * A signing key and the moment from which new tokens are signed with it. It is published before that moment, so that
 * whoever verifies knows it when the first token comes.
 */
public record RingKey(SigningKey key, Instant signsFrom) {

    /** Refuses missing parts. */
    public RingKey {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(signsFrom, "signsFrom");
    }
}
