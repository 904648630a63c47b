package io.quantumleap.adapters.rest.market;

import io.quantumleap.adapters.rest.portfolio.Decimals;
import io.quantumleap.analytics.series.Reduction;
import io.quantumleap.core.market.PriceSeries;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The closes of an instrument as JSON.
 *
 * @param count how many closes there are in the range
 * @param items all of them, or those that keep the shape of the series
 */
public record PricesJson(String symbol, String currency, int count, List<CloseJson> items) {

    /** @param points how many closes at most; 0 for all */
    static PricesJson of(PriceSeries series, int points) {
        return of(series, places(series, points));
    }

    /**
     * The places that keep the shape of a series.
     *
     * @param points how many at most; 0 for all
     */
    static IntStream places(PriceSeries series, int points) {
        if (points == 0 || series.size() <= points) {
            return IntStream.range(0, series.size());
        }
        double[] days = Arrays.stream(series.epochDays()).asDoubleStream().toArray();
        return Arrays.stream(Reduction.largestTriangleThreeBuckets(days, series.closesAsDoubles(), points));
    }

    private static PricesJson of(PriceSeries series, IntStream places) {
        return new PricesJson(
                series.symbol().value(),
                series.currency().getCurrencyCode(),
                series.size(),
                places.mapToObj(place ->
                                new CloseJson(series.date(place).toString(), Decimals.text(series.close(place))))
                        .toList());
    }
}
