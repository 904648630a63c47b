package io.quantumleap.chat.conversation;

import io.quantumleap.core.shared.InvalidValueException;

/**
 * A caller's name for one question, by which it is answered once however often it is sent.
 *
 * @param value 1 to {@value #LONGEST} visible ASCII characters
 */
public record IdempotencyKey(String value) {

    /** The longest key that is taken. */
    public static final int LONGEST = 128;

    /** Refuses what cannot stand in a header field. */
    public IdempotencyKey {
        boolean visible = value.chars().allMatch(one -> one > ' ' && one < 0x7f);
        if (value.isEmpty() || value.length() > LONGEST || !visible) {
            throw new InvalidValueException("An Idempotency-Key has 1 to " + LONGEST + " visible ASCII characters.");
        }
    }
}
