package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.valuation.ContributionsView;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What one holding made, as JSON. */
public record ContributionJson(
        String symbol,
        MoneyJson startValue,
        MoneyJson endValue,
        MoneyJson gain,
        @Nullable Double ownReturn,
        @Nullable Double contribution) {

    static ContributionJson of(ContributionsView.Part part, ContributionsView view) {
        return new ContributionJson(
                part.symbol().value(),
                MoneyJson.of(part.startValue()),
                MoneyJson.of(part.endValue()),
                MoneyJson.of(part.gain()),
                orNull(part.ownReturn()),
                orNull(view.contribution(part.gain())));
    }

    static @Nullable Double orNull(OptionalDouble ratio) {
        return ratio.isPresent() ? ratio.getAsDouble() : null;
    }
}
