package io.quantumleap.core.portfolio;

import io.quantumleap.core.shared.InvalidValueException;
import java.util.Objects;

/**
 * The rules that a ledger is kept under.
 *
 * @param lotMethod which lots a disposal takes; it holds for the whole ledger, what was recorded before included
 * @param shortingAllowed whether what is not held may be sold short
 * @param overdraftAllowed whether the cash of a currency may be below zero at the end of a day
 * @param longTermDays a gain is long-term when the securities were held for more than so many days
 */
public record LedgerPolicy(LotMethod lotMethod, boolean shortingAllowed, boolean overdraftAllowed, int longTermDays) {

    /** First in first out, no short sales, overdrafts allowed since brokers lend, and long-term after 365 days. */
    public static final LedgerPolicy USUAL = new LedgerPolicy(LotMethod.FIFO, false, true, 365);

    private static final int MOST_DAYS = 36_500;

    /** Refuses missing parts and a period that is none. */
    public LedgerPolicy {
        Objects.requireNonNull(lotMethod, "lotMethod");
        if (longTermDays < 0 || longTermDays > MOST_DAYS) {
            throw new InvalidValueException("Long-term begins after 0 to " + MOST_DAYS + " days.");
        }
    }
}
