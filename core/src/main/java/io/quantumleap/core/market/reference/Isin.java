package io.quantumleap.core.market.reference;

import io.quantumleap.core.shared.InvalidValueException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An International Securities Identification Number: two letters for the country, nine letters or digits, a check digit.
 *
 * <p>The check digit is that of ISO 6166: each letter is written as two digits (A is 10, Z is 35), then from the right every
 * second digit counts twice, the digits of what comes out are added, and the check digit fills the sum up to a multiple of
 * ten (the Luhn formula of ISO/IEC 7812-1).
 */
public record Isin(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[A-Z0-9]{9}[0-9]");

    /** Turns the text into upper case and refuses a wrong form or check digit. */
    public Isin {
        Objects.requireNonNull(value, "value");
        value = value.toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException(
                    "An ISIN has two letters, nine letters or digits and a check digit, such as US0378331005.");
        }
        int check = checkDigit(value.substring(0, 11));
        if (check != value.charAt(11) - '0') {
            throw new InvalidValueException("The check digit of the ISIN " + value + " is wrong.");
        }
    }

    private static int checkDigit(String body) {
        StringBuilder digits = new StringBuilder();
        body.chars().forEach(character -> digits.append(Character.digit(character, 36)));
        int sum = 0;
        boolean doubled = true;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = (digits.charAt(i) - '0') * (doubled ? 2 : 1);
            sum += digit / 10 + digit % 10;
            doubled = !doubled;
        }
        return (10 - sum % 10) % 10;
    }

    @Override
    public String toString() {
        return value;
    }
}
