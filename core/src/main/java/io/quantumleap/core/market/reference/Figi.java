package io.quantumleap.core.market.reference;

import io.quantumleap.core.shared.InvalidValueException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A Financial Instrument Global Identifier: two consonants, the letter G, eight consonants or digits, a check digit.
 *
 * <p>The check digit is that of the OMG's FIGI specification: each letter counts as A is 10 to Z is 35, from the left every
 * second character counts twice, the digits of what comes out are added, and the check digit fills the sum up to a multiple
 * of ten. Prefixes that would look like an ISIN of those countries are not given out.
 *
 * @see <a href="https://www.omg.org/spec/FIGI">Financial Instrument Global Identifier, Object Management Group</a>
 */
public record Figi(String value) {

    private static final Pattern FORM = Pattern.compile("[B-DF-HJ-NP-TV-Z]{2}G[B-DF-HJ-NP-TV-Z0-9]{8}[0-9]");
    private static final Set<String> NEVER_GIVEN_OUT = Set.of("BS", "BM", "GG", "GB", "GH", "KY", "VG");

    /** Turns the text into upper case and refuses a wrong form or check digit. */
    public Figi {
        Objects.requireNonNull(value, "value");
        value = value.toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches() || NEVER_GIVEN_OUT.contains(value.substring(0, 2))) {
            throw new InvalidValueException(
                    "A FIGI has two consonants, a G, eight consonants or digits and a check digit, such as BBG000BLNQ16.");
        }
        int check = checkDigit(value.substring(0, 11));
        if (check != value.charAt(11) - '0') {
            throw new InvalidValueException("The check digit of the FIGI " + value + " is wrong.");
        }
    }

    private static int checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int weighted = Character.digit(body.charAt(i), 36) * (i % 2 == 0 ? 1 : 2);
            sum += weighted / 10 + weighted % 10;
        }
        return (10 - sum % 10) % 10;
    }

    @Override
    public String toString() {
        return value;
    }
}
