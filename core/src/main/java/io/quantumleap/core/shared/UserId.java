package io.quantumleap.core.shared;

import java.util.Objects;
import java.util.UUID;

/** Identifies a person who signs in and who owns portfolios and conversations. */
public record UserId(UUID value) {

    /** Refuses a missing value. */
    public UserId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical text form of a UUID.
     *
     * @throws InvalidValueException if the text is not a UUID
     */
    public static UserId parse(String text) {
        return new UserId(Ids.parse("user id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
