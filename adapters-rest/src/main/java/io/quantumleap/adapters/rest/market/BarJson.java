package io.quantumleap.adapters.rest.market;

import io.quantumleap.adapters.rest.portfolio.Decimals;
import io.quantumleap.core.market.PriceBar;
import org.jspecify.annotations.Nullable;

/** One day of trading as JSON; what was not given is null. */
public record BarJson(
        String date,
        @Nullable String open,
        @Nullable String high,
        @Nullable String low,
        String close,
        @Nullable String volume) {

    static BarJson of(PriceBar bar) {
        return new BarJson(
                bar.date().toString(),
                bar.opening().map(Decimals::text).orElse(null),
                bar.highest().map(Decimals::text).orElse(null),
                bar.lowest().map(Decimals::text).orElse(null),
                Decimals.text(bar.close()),
                bar.traded().map(Decimals::text).orElse(null));
    }
}
