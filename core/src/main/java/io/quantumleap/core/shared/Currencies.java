package io.quantumleap.core.shared;

import java.util.Currency;
import java.util.Set;
import java.util.regex.Pattern;

/** ISO 4217 currencies, read strictly and with the number of digits that money in them is booked with. */
public final class Currencies {

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    /** Codes of the list that stand for no money: "no currency", and the one for tests. */
    private static final Set<String> NO_MONEY = Set.of("XXX", "XTS");

    /** The digits used for a currency for which ISO 4217 states none, such as gold (XAU). */
    private static final int DIGITS_WHEN_UNSTATED = 2;

    private Currencies() {}

    /**
     * Reads an upper-case ISO 4217 code.
     *
     * @throws InvalidValueException if the code is malformed, not in ISO 4217, or stands for no money there
     */
    public static Currency parse(String code) {
        if (CODE.matcher(code).matches() && !NO_MONEY.contains(code)) {
            try {
                return Currency.getInstance(code);
            } catch (IllegalArgumentException unknown) {
                // falls through to the one refusal below
            }
        }
        throw new InvalidValueException("The currency is not an ISO 4217 code such as USD or EUR.");
    }

    /** How many decimal digits an amount in this currency is booked and shown with. */
    public static int digits(Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        return digits < 0 ? DIGITS_WHEN_UNSTATED : digits;
    }
}
