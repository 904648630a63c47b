package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.valuation.LotsView;
import java.util.List;

/** The open lots of a portfolio as JSON. */
public record LotsJson(String portfolioId, String asOf, List<LotJson> items) {

    static LotsJson of(LotsView view) {
        return new LotsJson(
                view.portfolio().toString(),
                view.asOf().toString(),
                view.lots().stream().map(lot -> LotJson.of(view, lot)).toList());
    }
}
