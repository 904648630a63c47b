package io.quantumleap.core.market.reference;

import io.quantumleap.core.shared.InvalidValueException;
import java.util.Arrays;
import java.util.Locale;

/** What kind of thing an instrument is. */
public enum InstrumentKind {
    /** A share. */
    EQUITY,
    /** A fund, exchange-traded or not. */
    FUND,
    /** A bond. */
    BOND,
    /** An index, which cannot be held. */
    INDEX,
    /** An exchange rate. */
    CURRENCY_PAIR,
    /** Anything else, and whatever nobody has described yet. */
    OTHER;

    /** The name in files and JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a code.
     *
     * @throws InvalidValueException if there is no such kind
     */
    public static InstrumentKind parse(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "The kind is one of equity, fund, bond, index, currency_pair and other."));
    }
}
