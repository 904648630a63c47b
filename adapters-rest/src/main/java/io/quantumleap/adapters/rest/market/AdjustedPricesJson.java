package io.quantumleap.adapters.rest.market;

import io.quantumleap.adapters.rest.portfolio.Decimals;
import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.market.action.AdjustedCloses;
import io.quantumleap.core.market.action.Adjustment;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adjusted closes as JSON.
 *
 * @param adjustment {@code splits} or {@code total}
 * @param count how many closes there are in the range
 * @param items all of them, or those that keep the shape of the adjusted series
 * @param notes sentences about what could not be counted
 */
public record AdjustedPricesJson(
        String symbol,
        String currency,
        String adjustment,
        int count,
        List<AdjustedCloseJson> items,
        List<String> notes) {

    static AdjustedPricesJson of(AdjustedCloses closes, Adjustment adjustment, int points) {
        PriceSeries adjusted = closes.adjusted();
        IntStream places = PricesJson.places(adjusted, points);
        return new AdjustedPricesJson(
                adjusted.symbol().value(),
                adjusted.currency().getCurrencyCode(),
                adjustment.code(),
                adjusted.size(),
                places.mapToObj(place -> new AdjustedCloseJson(
                                adjusted.date(place).toString(),
                                Decimals.text(closes.raw().close(place)),
                                Decimals.text(adjusted.close(place))))
                        .toList(),
                closes.notes());
    }
}
