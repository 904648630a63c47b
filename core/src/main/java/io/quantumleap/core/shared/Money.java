package io.quantumleap.core.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact decimal amount in one currency. Arithmetic between two currencies is refused, never converted silently.
 *
 * <p>The amount keeps every digit that arithmetic gives it; {@link #rounded()} brings it to the currency's own digits
 * (half-even) when it is booked or shown. Equality compares numerically: 1.0 and 1.00 are the same money.
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /** The decimals of the product of a quantity and a price, which is exact. */
    private static final int SURE_DECIMALS = 20;

    /** Refuses missing parts and drops trailing zeros, so that equal money has one form. */
    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        amount = canonical(amount);
    }

    private static BigDecimal canonical(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * Reads an amount such as {@code "12.34"} in an ISO 4217 currency such as {@code "USD"}.
     *
     * @throws InvalidValueException if either text is malformed or the currency unknown
     */
    public static Money of(String amount, String currency) {
        try {
            return new Money(new BigDecimal(amount), Currencies.parse(currency));
        } catch (NumberFormatException malformed) {
            throw new InvalidValueException("The amount is not a decimal number.");
        }
    }

    /** No money at all. */
    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * The sum.
     *
     * @throws InvalidValueException if the currencies differ
     */
    public Money plus(Money other) {
        return new Money(amount.add(inSameCurrency(other)), currency);
    }

    /**
     * The difference.
     *
     * @throws InvalidValueException if the currencies differ
     */
    public Money minus(Money other) {
        return new Money(amount.subtract(inSameCurrency(other)), currency);
    }

    /** The product with a plain number, exact. */
    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    /** The same amount with the opposite sign. */
    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** This amount rounded half-even to the digits of its currency (two for USD, none for JPY). */
    public Money rounded() {
        return new Money(inItsDigits(), currency);
    }

    /** Quotients have 34 digits, so that half a cent may be missed by the last of them: those far behind the cent do not decide. */
    private BigDecimal inItsDigits() {
        BigDecimal sure =
                amount.scale() > SURE_DECIMALS ? amount.setScale(SURE_DECIMALS, RoundingMode.HALF_EVEN) : amount;
        return sure.setScale(Currencies.digits(currency), RoundingMode.HALF_EVEN);
    }

    /** Plain text of the rounded amount with all digits of the currency, such as {@code "12.30"}. */
    public String toPlainString() {
        return inItsDigits().toPlainString();
    }

    /** -1, 0 or 1 as the amount is negative, zero or positive. */
    public int signum() {
        return amount.signum();
    }

    /**
     * Orders by amount.
     *
     * @throws InvalidValueException if the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(inSameCurrency(other));
    }

    private BigDecimal inSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new InvalidValueException(
                    "Cannot combine " + currency + " with " + other.currency + " without an exchange rate.");
        }
        return other.amount;
    }

    @Override
    public String toString() {
        return toPlainString() + " " + currency;
    }
}
