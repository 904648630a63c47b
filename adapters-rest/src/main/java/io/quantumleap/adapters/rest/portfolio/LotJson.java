package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.portfolio.Lot;

/** One open lot as JSON. */
public record LotJson(String symbol, String opened, String quantity, String unitCost, MoneyJson cost) {

    static LotJson of(Lot lot) {
        return new LotJson(
                lot.symbol().value(),
                lot.opened().toString(),
                Decimals.text(lot.quantity().value()),
                Decimals.text(lot.unitCost().amount()),
                MoneyJson.of(lot.cost()));
    }
}
