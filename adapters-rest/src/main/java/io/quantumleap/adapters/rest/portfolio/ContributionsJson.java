package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.valuation.ContributionsView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which holdings made the gain or the loss of a period, as JSON. */
public record ContributionsJson(
        String portfolioId,
        String from,
        String to,
        MoneyJson startValue,
        MoneyJson endValue,
        MoneyJson netInflow,
        MoneyJson gain,
        MoneyJson otherGain,
        @Nullable Double returnOnCapital,
        List<ContributionJson> holdings) {

    static ContributionsJson of(ContributionsView view) {
        return new ContributionsJson(
                view.portfolio().toString(),
                view.from().toString(),
                view.to().toString(),
                MoneyJson.of(view.startValue()),
                MoneyJson.of(view.endValue()),
                MoneyJson.of(view.netInflow()),
                MoneyJson.of(view.gain()),
                MoneyJson.of(view.other()),
                ContributionJson.orNull(view.contribution(view.gain())),
                view.holdings().stream()
                        .map(part -> ContributionJson.of(part, view))
                        .toList());
    }
}
