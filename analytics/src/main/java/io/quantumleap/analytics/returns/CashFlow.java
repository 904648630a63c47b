package io.quantumleap.analytics.returns;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Money that changes hands on a day, seen by the investor: positive when she receives it, negative when she pays it.
 *
 * @param date the day
 * @param amount the money, finite
 */
public record CashFlow(LocalDate date, double amount) {

    /**
     * Refuses amounts that are not finite.
     *
     * @throws IllegalArgumentException if the amount is NaN or infinite
     */
    public CashFlow {
        Objects.requireNonNull(date, "date");
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException("A cash flow must be a finite number.");
        }
    }
}
