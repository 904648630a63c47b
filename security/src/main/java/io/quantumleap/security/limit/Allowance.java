package io.quantumleap.security.limit;

import java.time.Duration;
import java.util.Objects;

/**
 * How much one key may take: a bucket that holds so many requests and refills evenly within a window.
 *
 * @param quota what the full bucket holds, and what flows in within the window
 * @param window how long an empty bucket takes to fill
 */
public record Allowance(int quota, Duration window) {

    /** Refuses an allowance of nothing. */
    public Allowance {
        Objects.requireNonNull(window, "window");
        if (quota < 1 || window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("must allow at least one request in a time that is longer than nothing");
        }
    }

    /**
     * Reads a form such as {@code 600/PT1M}.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public static Allowance parse(String text) {
        String[] parts = text.split("/", 2);
        try {
            return new Allowance(Integer.parseInt(parts[0].strip()), Duration.parse(parts[1].strip()));
        } catch (RuntimeException malformed) {
            throw new IllegalArgumentException("must be requests and a window such as 600/PT1M", malformed);
        }
    }

    /** What flows in within a second. */
    public double perSecond() {
        return quota / (window.toMillis() / 1000.0);
    }

    @Override
    public String toString() {
        return quota + "/" + window;
    }
}
