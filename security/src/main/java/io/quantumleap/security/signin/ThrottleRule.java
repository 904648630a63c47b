package io.quantumleap.security.signin;

import java.time.Duration;
import java.time.Instant;

/**
 * How attempts under one kind of key are slowed down. The first {@code free} attempts go through; the last of them and each
 * after it, if it fails, bars the key for a time that doubles from {@code first} up to {@code longest}. An attempt that is
 * barred is not counted, so that hammering does not prolong the wait; after {@code forgotten} without an attempt all is
 * forgotten.
 */
public record ThrottleRule(int free, Duration first, Duration longest, Duration forgotten) {

    /** One name from one address: five attempts, then half a minute up to a quarter of an hour. */
    public static final ThrottleRule PAIR =
            new ThrottleRule(5, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofDays(1));

    /** One name from anywhere: fifty attempts, then at most a minute, and never for an address that is known to be good. */
    public static final ThrottleRule ACCOUNT =
            new ThrottleRule(50, Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofHours(1));

    /** Any name from one address, behind which a whole office may sit: a hundred attempts. */
    public static final ThrottleRule ADDRESS =
            new ThrottleRule(100, Duration.ofSeconds(10), Duration.ofMinutes(15), Duration.ofHours(1));

    /** Refuses numbers that are not positive. */
    public ThrottleRule {
        if (free < 1 || first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("a throttle lets something through and then waits");
        }
    }

    /** Whether an attempt is barred at this moment. */
    boolean isBarred(ThrottleState state, Instant now) {
        return state.blockedUntil().filter(now::isBefore).isPresent();
    }

    /** The state after one more attempt was let through, counted as failed until it is taken back. */
    ThrottleState count(ThrottleState state, Instant now) {
        boolean old = !now.isBefore(state.lastAttempt().plus(forgotten));
        int failures = old ? 1 : state.failures() + 1;
        Instant blocked = failures < free ? null : now.plus(wait(failures - free));
        return new ThrottleState(failures, now, blocked, state.success());
    }

    private Duration wait(int doublings) {
        Duration wait = first;
        for (int i = 0; i < doublings && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
