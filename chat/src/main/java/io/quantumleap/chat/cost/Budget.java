package io.quantumleap.chat.cost;

import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * What may be spent in a calendar month (UTC).
 *
 * @param monthly the amount
 * @param warning from which percentage of it on there is a warning
 * @param critical from which percentage of it on the warning is urgent
 * @param autoStop whether calls that would go beyond it are not made
 */
public record Budget(Money monthly, BigDecimal warning, BigDecimal critical, boolean autoStop) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS = 2;

    /** Refuses an amount below zero, and thresholds that are out of order. */
    public Budget {
        Objects.requireNonNull(monthly, "monthly");
        if (monthly.signum() < 0) {
            throw new InvalidValueException("The budget cannot be negative.");
        }
        if (warning.signum() <= 0 || critical.compareTo(warning) < 0 || HUNDRED.compareTo(critical) < 0) {
            throw new InvalidValueException(
                    "The thresholds are percentages above 0, up to 100, the warning not above the critical one.");
        }
    }

    /** How much of it an amount is, in per cent with two digits; all of an empty budget is used. */
    public BigDecimal usedBy(BigDecimal amount) {
        return monthly.signum() == 0
                ? HUNDRED
                : amount.multiply(HUNDRED).divide(monthly.amount(), DIGITS, RoundingMode.HALF_EVEN);
    }

    /** Whether an amount is more than it allows. */
    public boolean isExceededBy(BigDecimal amount) {
        return amount.compareTo(monthly.amount()) > 0;
    }
}
