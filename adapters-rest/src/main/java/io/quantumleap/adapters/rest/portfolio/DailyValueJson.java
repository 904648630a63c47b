package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.valuation.DailyValue;

/** A portfolio's value on one day as JSON, in the currency that the series names. */
public record DailyValueJson(
        String date,
        String value,
        String inflow,
        String outflow,
        String cash,
        String cost,
        String income,
        boolean carriedForward) {

    static DailyValueJson of(DailyValue day) {
        return new DailyValueJson(
                day.date().toString(),
                day.value().toPlainString(),
                day.inflow().toPlainString(),
                day.outflow().toPlainString(),
                day.cash().toPlainString(),
                day.cost().toPlainString(),
                day.income().toPlainString(),
                day.carriedForward());
    }
}
