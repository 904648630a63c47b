package io.quantumleap.adapters.rest.json;

import io.quantumleap.core.shared.Money;

/**
 * Money on the wire.
 *
 * @param amount a decimal with the digits of its currency, such as {@code 12.30}
 * @param currency ISO 4217
 */
public record MoneyJson(String amount, String currency) {

    /** The form of an amount, rounded to the digits of its currency. */
    public static MoneyJson of(Money money) {
        return new MoneyJson(money.toPlainString(), money.currency().getCurrencyCode());
    }
}
