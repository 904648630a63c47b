package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.shared.Money;

/** Money as JSON: the amount in text, with all digits of its currency. */
public record MoneyJson(String amount, String currency) {

    /** The form of an amount. */
    public static MoneyJson of(Money money) {
        return new MoneyJson(money.toPlainString(), money.currency().getCurrencyCode());
    }
}
