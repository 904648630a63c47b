package io.quantumleap.adapters.rest.json;

import io.quantumleap.core.valuation.PricingSummary;

/** A run of valuation days with prices that were too old, on the wire; both ends are in it. */
public record StaleSpanJson(String from, String to, int days) {

    static StaleSpanJson of(PricingSummary.Span span) {
        return new StaleSpanJson(span.from().toString(), span.to().toString(), span.days());
    }
}
