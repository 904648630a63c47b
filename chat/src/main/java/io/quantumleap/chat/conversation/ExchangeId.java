package io.quantumleap.chat.conversation;

import io.quantumleap.core.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Identifies a question with its answer while it is under way, and for a while after. */
public record ExchangeId(UUID value) {

    /** Refuses a missing value. */
    public ExchangeId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical text form of a UUID.
     *
     * @throws io.quantumleap.core.shared.InvalidValueException if the text is not a UUID
     */
    public static ExchangeId parse(String text) {
        return new ExchangeId(Ids.parse("exchange id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
