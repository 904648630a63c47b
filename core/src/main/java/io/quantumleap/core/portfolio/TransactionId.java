package io.quantumleap.core.portfolio;

import io.quantumleap.core.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Identifies a transaction. */
public record TransactionId(UUID value) {

    /** Refuses a missing value. */
    public TransactionId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical text form of a UUID.
     *
     * @throws io.quantumleap.core.shared.InvalidValueException if the text is not a UUID
     */
    public static TransactionId parse(String text) {
        return new TransactionId(Ids.parse("transaction id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
