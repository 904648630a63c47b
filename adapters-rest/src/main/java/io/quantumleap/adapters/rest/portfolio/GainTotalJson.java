package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.valuation.GainsView;
import java.util.List;

/** The gains of one currency together as JSON. */
public record GainTotalJson(
        String currency, String proceeds, String cost, String gain, String shortTermGain, String longTermGain) {

    static List<GainTotalJson> of(List<GainsView.Total> totals) {
        return totals.stream().map(GainTotalJson::of).toList();
    }

    private static GainTotalJson of(GainsView.Total total) {
        return new GainTotalJson(
                total.gain().currency().getCurrencyCode(),
                total.proceeds().toPlainString(),
                total.cost().toPlainString(),
                total.gain().toPlainString(),
                total.shortTermGain().toPlainString(),
                total.longTermGain().toPlainString());
    }
}
