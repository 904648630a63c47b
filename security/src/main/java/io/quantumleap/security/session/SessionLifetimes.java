package io.quantumleap.security.session;

import java.time.Duration;

/**
 * How long things last.
 *
 * @param accessToken an access token
 * @param idle a session that nobody uses, and so each refresh token
 * @param whole a session in all
 */
public record SessionLifetimes(Duration accessToken, Duration idle, Duration whole) {

    /** Ten minutes, one day, fourteen days. */
    public static final SessionLifetimes STANDARD =
            new SessionLifetimes(Duration.ofMinutes(10), Duration.ofDays(1), Duration.ofDays(14));

    /** Refuses lifetimes that are not positive or do not contain one another. */
    public SessionLifetimes {
        boolean nested = accessToken.compareTo(idle) <= 0 && idle.compareTo(whole) <= 0;
        if (accessToken.isNegative() || accessToken.isZero() || !nested) {
            throw new IllegalArgumentException(
                    "an access token lasts no longer than idleness, idleness than a session");
        }
    }
}
