package io.quantumleap.chat.model;

import io.quantumleap.core.shared.InvalidValueException;

/**
 * How many tokens a provider counted.
 *
 * @param input what the model read
 * @param output what it wrote
 */
public record TokenUsage(long input, long output) {

    /** Nothing used. */
    public static final TokenUsage NONE = new TokenUsage(0, 0);

    /** Refuses negative counts. */
    public TokenUsage {
        if (input < 0 || output < 0) {
            throw new InvalidValueException("Token counts cannot be negative.");
        }
    }

    /** The sum. */
    public TokenUsage plus(TokenUsage other) {
        return new TokenUsage(input + other.input, output + other.output);
    }
}
