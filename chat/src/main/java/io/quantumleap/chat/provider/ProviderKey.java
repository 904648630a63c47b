package io.quantumleap.chat.provider;

import io.quantumleap.core.shared.InvalidValueException;

/**
 * A key for a model provider: 8 to {@value #LONGEST} visible ASCII characters. It is never shown.
 *
 * @param value the key itself
 */
public record ProviderKey(String value) {

    /** The longest key that is taken. */
    public static final int LONGEST = 512;

    private static final int SHORTEST = 8;

    /** Refuses what cannot stand in a header field. */
    public ProviderKey {
        boolean visible = value.chars().allMatch(one -> one > ' ' && one < 0x7f);
        if (value.length() < SHORTEST || value.length() > LONGEST || !visible) {
            throw new InvalidValueException("A key has " + SHORTEST + " to " + LONGEST + " visible ASCII characters.");
        }
    }

    /** Without the key, so that no log shows it. */
    @Override
    public String toString() {
        return "(secret)";
    }
}
