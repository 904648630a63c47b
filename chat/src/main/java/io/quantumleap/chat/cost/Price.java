package io.quantumleap.chat.cost;

import io.quantumleap.chat.model.TokenUsage;
import io.quantumleap.core.shared.InvalidValueException;
import java.math.BigDecimal;

/**
 * What a model costs.
 *
 * @param input for a million tokens that it reads
 * @param output for a million tokens that it writes
 */
public record Price(BigDecimal input, BigDecimal output) {

    private static final int MILLION = 6;

    /** Refuses negative prices. */
    public Price {
        if (input.signum() < 0 || output.signum() < 0) {
            throw new InvalidValueException("A price cannot be negative.");
        }
    }

    /** What these tokens cost, exactly. */
    public BigDecimal of(TokenUsage usage) {
        return input.multiply(BigDecimal.valueOf(usage.input()))
                .add(output.multiply(BigDecimal.valueOf(usage.output())))
                .movePointLeft(MILLION);
    }
}
