package io.quantumleap.core.event;

import io.quantumleap.core.shared.InvalidValueException;
import java.time.Duration;
import java.util.Objects;

/**
 * When a failed delivery is tried again: each wait is twice the one before, up to a longest one, and a random half of it is taken off so
 * that what failed together does not come back together.
 *
 * @param attempts how many attempts there are before the delivery is a dead letter
 * @param first the wait after the first failure, at most
 * @param longest the longest wait
 */
public record RetryPolicy(int attempts, Duration first, Duration longest) {

    /** Ten attempts within about a quarter of an hour. */
    public static final RetryPolicy USUAL = new RetryPolicy(10, Duration.ofSeconds(1), Duration.ofMinutes(5));

    private static final int MOST_DOUBLINGS = 30;

    /** Refuses a policy that gives up before it begins or does not wait. */
    public RetryPolicy {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(longest, "longest");
        if (attempts < 1 || first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new InvalidValueException("A retry policy has at least one attempt and growing waits.");
        }
    }

    /** Whether a delivery that has failed so often is given up. */
    public boolean isExhausted(int failures) {
        return failures >= attempts;
    }

    /**
     * How long to wait after a failure.
     *
     * @param failures how often it has failed, from 1
     * @param chance a random number from 0, inclusive, to 1
     */
    public Duration wait(int failures, double chance) {
        long doubled = first.toMillis() << Math.min(MOST_DOUBLINGS, failures - 1);
        long whole = doubled <= 0 ? longest.toMillis() : Math.min(longest.toMillis(), doubled);
        return Duration.ofMillis(whole - (long) (whole / 2.0 * chance));
    }
}
