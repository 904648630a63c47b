package io.quantumleap.core.market.action;

import io.quantumleap.core.shared.InvalidValueException;
import java.util.Arrays;
import java.util.Locale;

/** What the closes of a series are adjusted for. */
public enum Adjustment {
    /** Nothing: as traded. */
    NONE,
    /** Splits, so that a split is no fall. */
    SPLITS,
    /** Splits and cash dividends, so that the change of the series is what a holder earned who reinvested. */
    TOTAL;

    /** The name in addresses and JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a code.
     *
     * @throws InvalidValueException if there is no such adjustment
     */
    public static Adjustment parse(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("The adjustment is one of none, splits and total."));
    }
}
