package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.valuation.Holding;

/** One holding as JSON. */
public record HoldingJson(
        String symbol,
        String side,
        String quantity,
        String price,
        String priceCurrency,
        String priceDate,
        String priceSource,
        boolean carriedForward,
        boolean stale,
        MoneyJson value,
        MoneyJson cost,
        MoneyJson unrealisedGain,
        double weight) {

    static HoldingJson of(Holding holding) {
        return new HoldingJson(
                holding.symbol().value(),
                holding.isShort() ? "short" : "long",
                Decimals.text(holding.quantity().value()),
                Decimals.text(holding.price().amount()),
                holding.price().currency().getCurrencyCode(),
                holding.priceDate().toString(),
                holding.priceSource().code(),
                holding.carriedForward(),
                holding.stale(),
                MoneyJson.of(holding.value()),
                MoneyJson.of(holding.cost()),
                MoneyJson.of(holding.unrealisedGain()),
                holding.weight());
    }
}
