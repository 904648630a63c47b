package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.adapters.rest.json.PricingJson;
import io.quantumleap.core.valuation.ValuationSeries;
import java.util.List;

/** The daily values of a portfolio as JSON. */
public record ValuationsJson(
        String portfolioId, String currency, List<DailyValueJson> items, PricingJson pricing, List<String> warnings) {

    static ValuationsJson of(ValuationSeries series) {
        return new ValuationsJson(
                series.portfolio().toString(),
                series.currency().getCurrencyCode(),
                series.days().stream().map(DailyValueJson::of).toList(),
                PricingJson.of(series.pricing()),
                series.warnings());
    }
}
