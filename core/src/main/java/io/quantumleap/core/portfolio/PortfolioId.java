package io.quantumleap.core.portfolio;

import io.quantumleap.core.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Identifies a portfolio. */
public record PortfolioId(UUID value) {

    /** Refuses a missing value. */
    public PortfolioId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical text form of a UUID.
     *
     * @throws io.quantumleap.core.shared.InvalidValueException if the text is not a UUID
     */
    public static PortfolioId parse(String text) {
        return new PortfolioId(Ids.parse("portfolio id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
