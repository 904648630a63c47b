package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.portfolio.ExternalId;
import io.quantumleap.core.portfolio.Lot;
import io.quantumleap.core.valuation.LotsView;
import org.jspecify.annotations.Nullable;

/** One open lot as JSON. */
public record LotJson(
        String symbol,
        String side,
        String opened,
        String acquired,
        @Nullable String name,
        String quantity,
        String unitCost,
        MoneyJson cost,
        long daysHeld,
        String term,
        @Nullable MoneyJson value,
        @Nullable MoneyJson unrealisedGain) {

    static LotJson of(LotsView view, Lot lot) {
        return new LotJson(
                lot.symbol().value(),
                lot.isShort() ? "short" : "long",
                lot.opened().toString(),
                lot.acquired().toString(),
                lot.name().map(ExternalId::value).orElse(null),
                Decimals.text(lot.quantity().value()),
                Decimals.text(lot.unitCost().amount()),
                MoneyJson.of(lot.cost()),
                view.daysHeld(lot),
                view.isLongTerm(lot) ? "long" : "short",
                view.value(lot).map(MoneyJson::of).orElse(null),
                view.unrealisedGain(lot).map(MoneyJson::of).orElse(null));
    }
}
