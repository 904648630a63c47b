package io.quantumleap.core.market.action;

import io.quantumleap.core.shared.InvalidValueException;
import java.util.Arrays;
import java.util.Locale;

/** The kinds of corporate action. */
public enum ActionType {
    /** New shares for old ones. */
    SPLIT,
    /** Cash that is paid in turn. */
    DIVIDEND,
    /** Cash that is paid out of turn. */
    SPECIAL_DIVIDEND;

    /** The name in files and JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a code.
     *
     * @throws InvalidValueException if there is no such type
     */
    public static ActionType parse(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidValueException("The type is one of split, dividend and special_dividend."));
    }
}
