package io.quantumleap.adapters.rest.market;

import io.quantumleap.core.market.Instrument;

/** An instrument as JSON. */
public record InstrumentJson(String symbol, String currency, String firstDate, String lastDate, int priceCount) {

    static InstrumentJson of(Instrument instrument) {
        return new InstrumentJson(
                instrument.symbol().value(),
                instrument.currency().getCurrencyCode(),
                instrument.firstDate().toString(),
                instrument.lastDate().toString(),
                instrument.priceCount());
    }
}
