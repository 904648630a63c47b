package io.quantumleap.core.market;

import io.quantumleap.core.shared.Currencies;
import io.quantumleap.core.shared.InvalidValueException;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name that an instrument or an exchange rate is traded and imported under, such as {@code DAX}, {@code BRK.B} or
 * {@code GBP/EUR}. Upper and lower case mean the same symbol.
 */
public record Symbol(String value) implements Comparable<Symbol> {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9^][A-Z0-9.^_:&=-]*(/[A-Z0-9][A-Z0-9.^_:&=-]*)?");
    private static final int MAX_LENGTH = 32;

    /** Turns the text into upper case and refuses what no market uses. */
    public Symbol {
        Objects.requireNonNull(value, "value");
        value = value.toUpperCase(Locale.ROOT);
        if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
            throw new InvalidValueException("A symbol has 1 to " + MAX_LENGTH
                    + " of the characters A-Z 0-9 . _ - ^ = : &, starts with a letter, a digit or ^,"
                    + " and may have one / inside.");
        }
    }

    /** The symbol of the exchange rate that says what one unit of {@code from} costs in {@code to}. */
    public static Symbol rate(Currency from, Currency to) {
        return new Symbol(from.getCurrencyCode() + "/" + to.getCurrencyCode());
    }

    /** The second currency of an exchange rate such as {@code GBP/EUR}; empty if this is none. */
    public Optional<Currency> quotedIn() {
        String[] sides = value.split("/", -1);
        try {
            Currencies.parse(sides[0]);
            return sides.length == 2 ? Optional.of(Currencies.parse(sides[1])) : Optional.empty();
        } catch (InvalidValueException notCurrencies) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(Symbol other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
