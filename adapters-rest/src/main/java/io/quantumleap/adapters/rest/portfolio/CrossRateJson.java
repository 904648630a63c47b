package io.quantumleap.adapters.rest.portfolio;

import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** A currency that was converted through another one, as JSON. */
public record CrossRateJson(String currency, String via) {

    static List<CrossRateJson> of(Map<Currency, Currency> crossRates) {
        return crossRates.entrySet().stream()
                .map(rate -> new CrossRateJson(
                        rate.getKey().getCurrencyCode(), rate.getValue().getCurrencyCode()))
                .sorted(Comparator.comparing(CrossRateJson::currency))
                .toList();
    }
}
