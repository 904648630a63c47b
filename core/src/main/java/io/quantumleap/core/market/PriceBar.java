package io.quantumleap.core.market;

import io.quantumleap.core.shared.InvalidValueException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One day of trading in an instrument, as traded: not adjusted for splits or dividends. Only the close must be known.
 *
 * @param close greater than zero, in the currency of the instrument
 * @param open the first price, or null; read it through {@link #opening()}
 * @param high the highest price, or null; read it through {@link #highest()}
 * @param low the lowest price, or null; read it through {@link #lowest()}
 * @param volume units traded, or null; read it through {@link #traded()}
 */
public record PriceBar(
        LocalDate date,
        BigDecimal close,
        @Nullable BigDecimal open,
        @Nullable BigDecimal high,
        @Nullable BigDecimal low,
        @Nullable BigDecimal volume) {

    /** Refuses a close that is not greater than zero, anything negative, and a high below the low. */
    public PriceBar {
        Objects.requireNonNull(date, "date");
        if (close.signum() <= 0) {
            throw new InvalidValueException("A close must be greater than zero.");
        }
        if (isNegative(open) || isNegative(high) || isNegative(low) || isNegative(volume)) {
            throw new InvalidValueException("Prices and volumes must not be negative.");
        }
        if (high != null && low != null && high.compareTo(low) < 0) {
            throw new InvalidValueException("The high must not be below the low.");
        }
    }

    /** A day of which only the close is known. */
    public static PriceBar close(LocalDate date, BigDecimal close) {
        return new PriceBar(date, close, null, null, null, null);
    }

    private static boolean isNegative(@Nullable BigDecimal number) {
        return number != null && number.signum() < 0;
    }

    /** The first price of the day. */
    public Optional<BigDecimal> opening() {
        return Optional.ofNullable(open);
    }

    /** The highest price of the day. */
    public Optional<BigDecimal> highest() {
        return Optional.ofNullable(high);
    }

    /** The lowest price of the day. */
    public Optional<BigDecimal> lowest() {
        return Optional.ofNullable(low);
    }

    /** How many units were traded. */
    public Optional<BigDecimal> traded() {
        return Optional.ofNullable(volume);
    }
}
