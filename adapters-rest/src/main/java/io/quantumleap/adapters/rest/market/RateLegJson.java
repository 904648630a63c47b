package io.quantumleap.adapters.rest.market;

import io.quantumleap.adapters.rest.portfolio.Decimals;
import io.quantumleap.core.market.PriceOrigin;
import io.quantumleap.core.market.fx.CrossRate.Leg;

/**
 * One quotation that a rate is made of, as JSON.
 *
 * @param inverted whether it is used the other way round
 * @param source where it is from
 */
public record RateLegJson(String symbol, String date, String quote, boolean inverted, String source) {

    static RateLegJson of(Leg leg, PriceOrigin source) {
        return new RateLegJson(
                leg.symbol().value(), leg.date().toString(), Decimals.text(leg.quote()), leg.inverted(), source.name());
    }
}
