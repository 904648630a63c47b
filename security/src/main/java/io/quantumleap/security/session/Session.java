package io.quantumleap.security.session;

import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.SessionId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in of one user.
 *
 * @param lastUsedAt when its refresh token was last used
 * @param expiresAt when it ends by itself, however much it is used
 * @param userAgent what the browser calls itself; for the user's eyes only
 * @param ended when it was ended, or null; read it through {@link #endedAt()}
 */
public record Session(
        SessionId id,
        UserId user,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        String userAgent,
        @Nullable Instant ended) {

    /** The most that is kept of what a browser calls itself. */
    public static final int LONGEST_USER_AGENT = 200;

    /** Refuses missing parts and shortens the user agent. */
    public Session {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(lastUsedAt, "lastUsedAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        userAgent = printable(userAgent);
    }

    /** When it was ended, if it was. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(ended);
    }

    /** Whether tokens of this session are good at this moment. */
    public boolean isLive(Instant now) {
        return ended == null && now.isBefore(expiresAt);
    }

    /** The same session, used again. */
    public Session usedAt(Instant now) {
        return new Session(id, user, createdAt, now, expiresAt, userAgent, ended);
    }

    private static String printable(String userAgent) {
        String clean = userAgent
                .codePoints()
                .filter(c -> c >= ' ' && c < 0x7f)
                .limit(LONGEST_USER_AGENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.strip();
    }
}
