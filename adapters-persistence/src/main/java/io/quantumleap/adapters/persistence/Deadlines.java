package io.quantumleap.adapters.persistence;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How much time whoever works on this thread still has.
 *
 * @param left tells it; a request that has no deadline has for ever
 * @param statement how long a statement may run for those who have more
 */
record Deadlines(Supplier<Duration> left, Duration statement) {

    /** Nobody is in a hurry. */
    static final Deadlines NONE = new Deadlines(() -> Duration.ofDays(1), Duration.ofDays(1));

    /**
     * The time for a statement where it is less than usual; empty where the usual limit comes first.
     *
     * @throws DatabaseUnavailableException if there is no time left
     */
    Optional<Duration> shorterThanUsual() {
        Duration now = left.get();
        if (now.isZero() || now.isNegative()) {
            throw new DatabaseUnavailableException("The request has taken longer than its deadline allows.", null);
        }
        return now.compareTo(statement) < 0 ? Optional.of(now) : Optional.empty();
    }
}
