package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.valuation.DailyValue;
import java.util.Currency;
import java.util.List;

/** A portfolio's value on one day as JSON, in the currency that the series names. */
public record DailyValueJson(
        String date,
        String value,
        String inflow,
        String outflow,
        String cash,
        String cost,
        String income,
        boolean carriedForward,
        int staleHoldings,
        String staleValue,
        List<String> staleRates,
        List<CrossRateJson> crossRates) {

    static DailyValueJson of(DailyValue day) {
        return new DailyValueJson(
                day.date().toString(),
                day.value().toPlainString(),
                day.inflow().toPlainString(),
                day.outflow().toPlainString(),
                day.cash().toPlainString(),
                day.cost().toPlainString(),
                day.income().toPlainString(),
                day.carriedForward(),
                day.provenance().staleHoldings(),
                day.provenance().staleValue().toPlainString(),
                day.provenance().staleRates().stream()
                        .map(Currency::getCurrencyCode)
                        .sorted()
                        .toList(),
                CrossRateJson.of(day.provenance().crossRates()));
    }
}
