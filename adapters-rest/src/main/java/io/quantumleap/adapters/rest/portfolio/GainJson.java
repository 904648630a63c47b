package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.valuation.RealisedGain;
import org.jspecify.annotations.Nullable;

/** The gain on one lot as JSON. */
public record GainJson(
        String date,
        String type,
        String symbol,
        String quantity,
        String acquired,
        long daysHeld,
        String term,
        MoneyJson proceeds,
        MoneyJson cost,
        @Nullable MoneyJson gain,
        MoneyJson gainInBase,
        boolean mayBeWashSale) {

    static GainJson of(RealisedGain gain) {
        return new GainJson(
                gain.date().toString(),
                gain.type().code(),
                gain.symbol().value(),
                Decimals.text(gain.quantity().value()),
                gain.acquired().toString(),
                gain.daysHeld(),
                gain.isLongTerm() ? "long" : "short",
                MoneyJson.of(gain.proceeds()),
                MoneyJson.of(gain.cost()),
                gain.gain().map(MoneyJson::of).orElse(null),
                MoneyJson.of(gain.gainInBase()),
                gain.mayBeWashSale());
    }
}
