package io.quantumleap.core.portfolio;

import io.quantumleap.core.shared.InvalidValueException;
import java.util.Objects;

/** What a user calls a portfolio: 1 to 100 characters, none of them a control character. */
public record PortfolioName(String value) {

    /** The most characters a name may have. */
    public static final int MAX_LENGTH = 100;

    /** Refuses what is not a name, and keeps what is as it was given. */
    public PortfolioName {
        Objects.requireNonNull(value, "value");
        if (value.isBlank() || value.codePointCount(0, value.length()) > MAX_LENGTH) {
            throw new InvalidValueException("A portfolio name has 1 to " + MAX_LENGTH + " characters.");
        }
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidValueException("A portfolio name has no control characters.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
