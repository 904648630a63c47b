package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.valuation.GainsView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The realised gains of a portfolio as JSON. */
public record GainsJson(
        String portfolioId,
        String currency,
        String lotMethod,
        @Nullable String from,
        @Nullable String to,
        List<GainJson> items,
        List<GainTotalJson> totals,
        MoneyJson gainInBase) {

    static GainsJson of(GainsView view) {
        return new GainsJson(
                view.portfolio().toString(),
                view.currency().getCurrencyCode(),
                view.lotMethod().code(),
                view.from() == null ? null : view.from().toString(),
                view.to() == null ? null : view.to().toString(),
                view.gains().stream().map(GainJson::of).toList(),
                view.totals().stream().map(GainTotalJson::of).toList(),
                MoneyJson.of(view.gainInBase()));
    }
}
