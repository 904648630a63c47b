package io.quantumleap.adapters.rest.market;

import io.quantumleap.core.market.fx.CrossRate;
import io.quantumleap.core.market.fx.FindExchangeRate.SourcedRate;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An exchange rate as JSON.
 *
 * @param date the day that was asked for
 * @param rate units of {@code to} for one unit of {@code from}
 * @param rateDate the day of the oldest quotation in it
 * @param path {@code identity}, {@code direct}, {@code inverse} or {@code triangulated}
 * @param via the currency that a triangulated rate goes through
 */
public record RateJson(
        String from,
        String to,
        String date,
        String rate,
        @Nullable String rateDate,
        String path,
        @Nullable String via,
        boolean carriedForward,
        boolean stale,
        List<RateLegJson> legs) {

    static RateJson of(SourcedRate sourced) {
        CrossRate rate = sourced.rate();
        return new RateJson(
                rate.from().getCurrencyCode(),
                rate.to().getCurrencyCode(),
                sourced.asOf().toString(),
                rate.rate().stripTrailingZeros().toPlainString(),
                rate.date().map(LocalDate::toString).orElse(null),
                rate.path().name().toLowerCase(Locale.ROOT),
                rate.via().map(Currency::getCurrencyCode).orElse(null),
                rate.date().filter(day -> day.isBefore(sourced.asOf())).isPresent(),
                sourced.stale(),
                IntStream.range(0, rate.legs().size())
                        .mapToObj(place -> RateLegJson.of(
                                rate.legs().get(place), sourced.sources().get(place)))
                        .toList());
    }
}
