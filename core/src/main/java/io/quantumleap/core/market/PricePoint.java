package io.quantumleap.core.market;

import io.quantumleap.core.shared.InvalidValueException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What an instrument closed at on one day, as traded: not adjusted for splits or dividends.
 *
 * @param close greater than zero, in the currency of the instrument
 */
public record PricePoint(LocalDate date, BigDecimal close) {

    /** Refuses a close that is not greater than zero. */
    public PricePoint {
        Objects.requireNonNull(date, "date");
        if (close.signum() <= 0) {
            throw new InvalidValueException("A close must be greater than zero.");
        }
    }
}
