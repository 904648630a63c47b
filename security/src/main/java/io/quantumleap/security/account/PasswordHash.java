package io.quantumleap.security.account;

import java.util.Objects;

/** A salted, slow hash of a password with its parameters, in the PHC string format. It never prints itself. */
public record PasswordHash(String encoded) {

    /** Refuses a missing value. */
    public PasswordHash {
        Objects.requireNonNull(encoded, "encoded");
    }

    @Override
    public String toString() {
        return "PasswordHash[not shown]";
    }
}
