package io.quantumleap.core.portfolio;

import io.quantumleap.core.shared.InvalidValueException;
import java.math.BigDecimal;
import java.util.Objects;

/** An exact number of shares or units, zero or more; fractions are allowed. Equality is numerical: 1.0 is 1.00. */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {

    /** None at all. */
    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    /** Refuses a negative number and drops trailing zeros, so that equal quantities have one form. */
    public Quantity {
        Objects.requireNonNull(value, "value");
        if (value.signum() < 0) {
            throw new InvalidValueException("A quantity is never negative.");
        }
        value = value.stripTrailingZeros();
        value = value.scale() < 0 ? value.setScale(0) : value;
    }

    /** Reads a number such as {@code "12.5"}. */
    public static Quantity of(String value) {
        try {
            return new Quantity(new BigDecimal(value));
        } catch (NumberFormatException malformed) {
            throw new InvalidValueException("The quantity is not a decimal number.");
        }
    }

    /** The sum. */
    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value));
    }

    /**
     * The difference.
     *
     * @throws InvalidValueException if the other is greater
     */
    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(other.value));
    }

    /** Whether there is none. */
    public boolean isZero() {
        return value.signum() == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }

    /** Plain digits, never an exponent. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
