package io.quantumleap.core.portfolio;

import io.quantumleap.core.shared.InvalidValueException;
import java.util.Objects;

/** Why a transaction was undone, in the words of whoever did it: 1 to 500 characters. */
public record Reason(String value) {

    /** The most characters a reason may have. */
    public static final int MAX_LENGTH = 500;

    /** Strips blanks at both ends and refuses blank, over-long and control characters. */
    public Reason {
        Objects.requireNonNull(value, "value");
        value = value.strip();
        if (value.isEmpty() || value.codePointCount(0, value.length()) > MAX_LENGTH) {
            throw new InvalidValueException("A reason has 1 to " + MAX_LENGTH + " characters.");
        }
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidValueException("A reason has no control characters.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
