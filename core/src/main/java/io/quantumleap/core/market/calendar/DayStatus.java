package io.quantumleap.core.market.calendar;

import io.quantumleap.core.shared.InvalidValueException;
import java.util.Arrays;
import java.util.Locale;

/** What a market does on a day. */
public enum DayStatus {
    /** It trades. */
    OPEN,
    /** It trades and ends early: a trading day all the same. */
    EARLY_CLOSE,
    /** It does not trade. */
    CLOSED;

    /** The name in files and JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a code.
     *
     * @throws InvalidValueException if there is no such status
     */
    public static DayStatus parse(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("The status is one of open, early_close and closed."));
    }
}
