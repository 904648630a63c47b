package io.quantumleap.security.access;

import io.quantumleap.core.shared.Ids;
import io.quantumleap.core.shared.InvalidValueException;
import java.util.Objects;
import java.util.UUID;

/** Identifies one sign-in, from its start until it is ended; every token that comes from it carries this id. */
public record SessionId(UUID value) {

    /** Refuses a missing value. */
    public SessionId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical text form of a UUID.
     *
     * @throws InvalidValueException if the text is not a UUID
     */
    public static SessionId parse(String text) {
        return new SessionId(Ids.parse("session id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
