package io.quantumleap.security.signin;

import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.signin.port.SignInThrottles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Slows down whoever guesses passwords, by name and address, by name, and by address. An attempt is counted before it is
 * checked, so that a burst of attempts at once is no way around.
 *
 * <p>Nobody can lock another out for ever: what is barred for long is one name from one address; a name as a whole is barred
 * for a minute at most, and not at all for an address from which its owner signed in during the last thirty days.
 */
public final class AttemptThrottle {

    private static final Duration KNOWN_ADDRESS = Duration.ofDays(30);

    private final SignInThrottles throttles;
    private final UnitOfWork work;
    private final Clock clock;

    /** Wires the throttle. */
    public AttemptThrottle(SignInThrottles throttles, UnitOfWork work, Clock clock) {
        this.throttles = throttles;
        this.work = work;
        this.clock = clock;
    }

    /** Counts an attempt, or says how long to wait. Always locks in the same order, so that two attempts never deadlock. */
    public Optional<Duration> admit(String name, ClientAddress address) {
        return work.run(() -> {
            Instant now = clock.instant();
            ThrottleKey accountKey = ThrottleKey.account(name);
            ThrottleKey addressKey = ThrottleKey.address(address);
            ThrottleKey pairKey = ThrottleKey.pair(name, address);
            ThrottleState account = throttles.lock(accountKey);
            ThrottleState place = throttles.lock(addressKey);
            ThrottleState pair = throttles.lock(pairKey);

            Optional<Instant> barred = later(
                    isKnown(pair, now) ? Optional.empty() : barredUntil(ThrottleRule.ACCOUNT, account, now),
                    later(barredUntil(ThrottleRule.ADDRESS, place, now), barredUntil(ThrottleRule.PAIR, pair, now)));
            if (barred.isPresent()) {
                return Optional.of(Duration.between(now, barred.get()));
            }
            throttles.put(accountKey, ThrottleRule.ACCOUNT.count(account, now));
            throttles.put(addressKey, ThrottleRule.ADDRESS.count(place, now));
            throttles.put(pairKey, ThrottleRule.PAIR.count(pair, now));
            return Optional.<Duration>empty();
        });
    }

    /** Takes an admitted attempt back, because it was right. */
    public void succeeded(String name, ClientAddress address) {
        work.run(() -> {
            ThrottleKey accountKey = ThrottleKey.account(name);
            ThrottleKey addressKey = ThrottleKey.address(address);
            ThrottleKey pairKey = ThrottleKey.pair(name, address);
            throttles.put(accountKey, throttles.lock(accountKey).withOneTakenBack());
            throttles.put(addressKey, throttles.lock(addressKey).withOneTakenBack());
            throttles.put(pairKey, throttles.lock(pairKey).succeededAt(clock.instant()));
        });
    }

    /** Takes an admitted attempt back, because it could not be checked at all. */
    public void unchecked(String name, ClientAddress address) {
        work.run(() -> {
            for (ThrottleKey key : new ThrottleKey[] {
                ThrottleKey.account(name), ThrottleKey.address(address), ThrottleKey.pair(name, address)
            }) {
                throttles.put(key, throttles.lock(key).withOneTakenBack());
            }
        });
    }

    /** Deletes the counts that no longer matter. */
    public void forgetOld() {
        work.run(() -> {
            Instant now = clock.instant();
            throttles.forget(now.minus(ThrottleRule.PAIR.forgotten()), now.minus(KNOWN_ADDRESS));
        });
    }

    private static boolean isKnown(ThrottleState pair, Instant now) {
        return pair.lastSuccess()
                .filter(moment -> now.isBefore(moment.plus(KNOWN_ADDRESS)))
                .isPresent();
    }

    private static Optional<Instant> barredUntil(ThrottleRule rule, ThrottleState state, Instant now) {
        return rule.isBarred(state, now) ? state.blockedUntil() : Optional.empty();
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isAfter(other.get()) ? one : other;
    }
}
