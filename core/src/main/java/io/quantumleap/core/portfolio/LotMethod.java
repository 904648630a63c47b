package io.quantumleap.core.portfolio;

import io.quantumleap.core.shared.InvalidValueException;
import java.util.Locale;

/**
 * Which lots a disposal takes first, where it names none itself. The terms are those of IRS Publication 550, "Cost basis
 * of stocks and bonds".
 */
public enum LotMethod {
    /** The lots acquired first. */
    FIFO,
    /** The lots acquired last. */
    LIFO,
    /**
     * The lots with the highest cost of one unit, the oldest of equal ones first. Lots that were paid in several
     * currencies are taken currency by currency, in the order of the codes: without a rate they cannot be compared.
     */
    HIGHEST_COST,
    /** Every unit costs the same: what all units paid in its currency cost on average. Dates go first in, first out. */
    AVERAGE_COST,
    /** The lots that the disposal names, which a new one must; those recorded before without a name go first in, first out. */
    SPECIFIC_LOT;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The name in JSON, such as {@code highest_cost}. */
    public String code() {
        return code;
    }

    /**
     * Reads the name that JSON uses.
     *
     * @throws InvalidValueException if there is no such method
     */
    public static LotMethod parse(String code) {
        for (LotMethod method : values()) {
            if (method.code.equals(code)) {
                return method;
            }
        }
        throw new InvalidValueException(
                "The lot method is one of fifo, lifo, highest_cost, average_cost and specific_lot.");
    }
}
