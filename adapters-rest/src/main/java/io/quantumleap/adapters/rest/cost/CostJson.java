package io.quantumleap.adapters.rest.cost;

import io.quantumleap.core.shared.Currencies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of money that may be a small part of a cent.
 *
 * @param amount a decimal with at least the digits of its currency, and with as many as it takes to be no false zero
 * @param currency ISO 4217
 */
public record CostJson(String amount, String currency) {

    private static final int USUAL_DIGITS = 6;
    private static final int MOST_DIGITS = 12;

    /** The form of an amount. */
    static CostJson of(BigDecimal amount, Currency currency) {
        BigDecimal rounded = amount.setScale(USUAL_DIGITS, RoundingMode.HALF_EVEN);
        if (rounded.signum() == 0 && amount.signum() != 0) {
            rounded = amount.setScale(MOST_DIGITS, RoundingMode.UP);
        }
        BigDecimal plain = rounded.stripTrailingZeros();
        int digits = Math.max(Currencies.digits(currency), plain.scale());
        return new CostJson(plain.setScale(digits).toPlainString(), currency.getCurrencyCode());
    }
}
