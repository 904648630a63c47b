package io.quantumleap.adapters.rest.json;

import io.quantumleap.core.valuation.PricingSummary;

/** On how many valuation days a currency was converted through another, on the wire. */
public record CrossRateUseJson(String currency, String via, String first, String last, int days) {

    static CrossRateUseJson of(PricingSummary.CrossRateUse use) {
        return new CrossRateUseJson(
                use.currency().getCurrencyCode(),
                use.via().getCurrencyCode(),
                use.first().toString(),
                use.last().toString(),
                use.days());
    }
}
