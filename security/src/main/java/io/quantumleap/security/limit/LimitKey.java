package io.quantumleap.security.limit;

import io.quantumleap.core.shared.UserId;
import java.util.Objects;

/**
 * Whose allowance it is.
 *
 * @param policy the name of the allowance, such as {@code read-user}
 * @param holder who draws on it
 */
public record LimitKey(String policy, String holder) {

    /** Refuses missing parts. */
    public LimitKey {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(holder, "holder");
    }

    /** The allowance of a person for requests of a class. */
    public static LimitKey of(String requestClass, UserId user) {
        return new LimitKey(requestClass + "-user", user.toString());
    }

    /** The allowance of an address for requests of a class. */
    public static LimitKey of(String requestClass, String address) {
        return new LimitKey(requestClass + "-address", address);
    }

    /** One text for both, as storage wants it. */
    public String text() {
        return policy + ":" + holder;
    }
}
