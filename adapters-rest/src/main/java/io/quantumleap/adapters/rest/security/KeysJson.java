package io.quantumleap.adapters.rest.security;

import io.quantumleap.security.token.KeyRing;
import io.quantumleap.security.token.RingKey;
import io.quantumleap.security.token.SigningKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The signing keys that are accepted, without their private halves. */
public record KeysJson(List<Row> items, @Nullable String nextCursor) {

    /**
     * One key.
     *
     * @param state {@code waiting}, {@code signing} or {@code accepted}
     */
    public record Row(String keyId, Instant signsFrom, String state) {}

    static KeysJson of(KeyRing ring, Instant now) {
        SigningKey signing = ring.signing(now);
        List<SigningKey> accepted = ring.accepted(now);
        return new KeysJson(
                ring.keys().stream()
                        .filter(key -> accepted.contains(key.key()))
                        .map(key -> row(key, now, key.key().equals(signing)))
                        .toList(),
                null);
    }

    static Row row(RingKey key, Instant now, boolean signing) {
        String state = signing ? "signing" : now.isBefore(key.signsFrom()) ? "waiting" : "accepted";
        return new Row(key.key().id(), key.signsFrom(), state);
    }
}
