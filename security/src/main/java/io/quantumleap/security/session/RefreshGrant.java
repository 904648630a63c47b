package io.quantumleap.security.session;

import io.quantumleap.security.access.SessionId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One refresh token of a session, as it is stored.
 *
 * @param expiresAt when it is too old to be used
 * @param used when it was used, or null; read it through {@link #usedAt()}
 */
public record RefreshGrant(
        RefreshDigest digest,
        SessionId session,
        Instant expiresAt,
        @Nullable Instant used) {

    /** Refuses missing parts. */
    public RefreshGrant {
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /** When it was used, if it was. */
    public Optional<Instant> usedAt() {
        return Optional.ofNullable(used);
    }

    /** Whether it is still young enough. */
    public boolean isFresh(Instant now) {
        return now.isBefore(expiresAt);
    }
}
