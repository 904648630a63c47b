package io.quantumleap.security.limit;

import io.quantumleap.security.access.RateClass;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The limits in force for each class of requests; a class that is missing has none.
 *
 * @param users what one person may ask
 * @param addresses what one address may ask, whoever is behind it
 * @param bulkheads how much of it is worked on at once
 * @param signIns how many sign-ins are worked on at once, and how many wait; renewals of sessions do not count
 */
public record LimitPolicy(
        Map<RateClass, Allowance> users,
        Map<RateClass, Allowance> addresses,
        Map<RateClass, Bulkhead.Size> bulkheads,
        Bulkhead.Size signIns) {

    /** Copies the maps and refuses to limit what must always get an answer. */
    public LimitPolicy {
        users = Map.copyOf(users);
        addresses = Map.copyOf(addresses);
        bulkheads = Map.copyOf(bulkheads);
        Objects.requireNonNull(signIns, "signIns");
        if (users.containsKey(RateClass.EXEMPT)
                || addresses.containsKey(RateClass.EXEMPT)
                || bulkheads.containsKey(RateClass.EXEMPT)) {
            throw new IllegalArgumentException("what is exempt has no limit");
        }
    }

    /** What one person may ask of this class. */
    public Optional<Allowance> perUser(RateClass requests) {
        return Optional.ofNullable(users.get(requests));
    }

    /** What one address may ask of this class. */
    public Optional<Allowance> perAddress(RateClass requests) {
        return Optional.ofNullable(addresses.get(requests));
    }
}
