package io.quantumleap.security.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The state of a token bucket (as in RFC 2697, with one rate): what it held at an instant.
 *
 * @param tokens how much it held; never below zero
 * @param at when
 */
public record Bucket(double tokens, Instant at) {

    /** Refuses a bucket that owes. */
    public Bucket {
        Objects.requireNonNull(at, "at");
        if (!(tokens >= 0)) {
            throw new IllegalArgumentException("a bucket does not owe");
        }
    }

    /** A full one. */
    public static Bucket full(Allowance allowance, Instant now) {
        return new Bucket(allowance.quota(), now);
    }

    /** The same after the time since has flowed in; a clock that went back adds nothing. */
    public Bucket refilled(Allowance allowance, Instant now) {
        if (!now.isAfter(at)) {
            return this;
        }
        double seconds = Duration.between(at, now).toMillis() / 1000.0;
        return new Bucket(Math.min(allowance.quota(), tokens + seconds * allowance.perSecond()), now);
    }

    /** Whether that much can be taken. */
    public boolean holds(double wanted) {
        return tokens >= wanted;
    }

    /** The same with that much less. */
    public Bucket less(double taken) {
        return new Bucket(Math.max(0, tokens - taken), at);
    }

    /** How long it takes until it holds that much, rounded up to milliseconds. */
    public Duration until(double wanted, Allowance allowance) {
        double missing = Math.max(0, wanted - tokens);
        return Duration.ofMillis((long) Math.ceil(missing / allowance.perSecond() * 1000));
    }
}
