package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.valuation.HoldingsView;
import java.util.List;

/** What a portfolio holds, as JSON. */
public record HoldingsJson(
        String portfolioId,
        String asOf,
        String currency,
        MoneyJson total,
        List<MoneyJson> cash,
        List<HoldingJson> holdings,
        List<String> warnings) {

    static HoldingsJson of(HoldingsView view) {
        return new HoldingsJson(
                view.portfolio().toString(),
                view.asOf().toString(),
                view.currency().getCurrencyCode(),
                MoneyJson.of(view.total()),
                view.cash().stream().map(MoneyJson::of).toList(),
                view.holdings().stream().map(HoldingJson::of).toList(),
                view.warnings());
    }
}
