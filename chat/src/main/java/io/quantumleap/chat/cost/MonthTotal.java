package io.quantumleap.chat.cost;

import java.math.BigDecimal;

/**
 * What one payer's month has come to.
 *
 * @param spent by calls that are settled
 * @param reserved for calls that are not
 */
public record MonthTotal(BigDecimal spent, BigDecimal reserved) {

    /** Nothing yet. */
    public static final MonthTotal NOTHING = new MonthTotal(BigDecimal.ZERO, BigDecimal.ZERO);

    /** Both together. */
    public BigDecimal committed() {
        return spent.add(reserved);
    }
}
