package io.quantumleap.security.signin;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the attempts under one key.
 *
 * @param failures attempts that failed or are still being checked
 * @param lastAttempt when the last one was let through
 * @param blocked until when none is let through, or null; read it through {@link #blockedUntil()}
 * @param success when one last succeeded, or null; read it through {@link #lastSuccess()}
 */
public record ThrottleState(
        int failures,
        Instant lastAttempt,
        @Nullable Instant blocked,
        @Nullable Instant success) {

    /** Nothing happened yet. */
    public static final ThrottleState FRESH = new ThrottleState(0, Instant.EPOCH, null, null);

    /** Refuses a missing time. */
    public ThrottleState {
        Objects.requireNonNull(lastAttempt, "lastAttempt");
    }

    /** Until when no attempt is let through, if one is barred. */
    public Optional<Instant> blockedUntil() {
        return Optional.ofNullable(blocked);
    }

    /** When an attempt last succeeded, if one did. */
    public Optional<Instant> lastSuccess() {
        return Optional.ofNullable(success);
    }

    /** One attempt was taken back, because it succeeded; the block that it had brought falls with it. */
    ThrottleState withOneTakenBack() {
        return new ThrottleState(Math.max(0, failures - 1), lastAttempt, null, success);
    }

    /** An attempt succeeded: the count starts again. */
    ThrottleState succeededAt(Instant now) {
        return new ThrottleState(0, lastAttempt, null, now);
    }
}
