package io.quantumleap.security.flag;

import io.quantumleap.core.shared.InvalidValueException;

/**
 * How a flag stands.
 *
 * @param on whether it is on at all
 * @param percentage for how many in a hundred people
 */
public record FlagState(boolean on, int percentage) {

    /** All of a hundred. */
    public static final int EVERYBODY = 100;

    /** Refuses what is no share of a hundred. */
    public FlagState {
        if (percentage < 0 || percentage > EVERYBODY) {
            throw new InvalidValueException("The percentage must be from 0 to 100.");
        }
    }

    @Override
    public String toString() {
        return on ? "on for " + percentage + " %" : "off";
    }
}
