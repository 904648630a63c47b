package io.quantumleap.core.portfolio;

import io.quantumleap.core.shared.InvalidValueException;
import java.util.Objects;

/** The name that another system gave a transaction: 1 to 100 characters, unique in a portfolio. It is data, never read. */
public record ExternalId(String value) {

    /** The most characters an external id may have. */
    public static final int MAX_LENGTH = 100;

    /** Refuses blank, over-long and control characters. */
    public ExternalId {
        Objects.requireNonNull(value, "value");
        if (value.isBlank() || value.codePointCount(0, value.length()) > MAX_LENGTH) {
            throw new InvalidValueException("An external id has 1 to " + MAX_LENGTH + " characters.");
        }
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidValueException("An external id has no control characters.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
