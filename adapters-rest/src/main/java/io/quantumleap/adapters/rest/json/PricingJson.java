package io.quantumleap.adapters.rest.json;

import io.quantumleap.core.valuation.PricingSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the values of some days stand on, on the wire; the HTTP contract says what each field means. */
public record PricingJson(
        int staleAfter,
        int days,
        int staleDays,
        @Nullable MoneyJson mostStaleValue,
        @Nullable String mostStaleOn,
        List<StaleSpanJson> staleSpans,
        List<CrossRateUseJson> crossRates) {

    /** The form of a summary. */
    public static PricingJson of(PricingSummary summary) {
        return new PricingJson(
                summary.staleAfter(),
                summary.days(),
                summary.staleDays(),
                summary.peak().map(peak -> MoneyJson.of(peak.staleValue())).orElse(null),
                summary.peak().map(peak -> peak.date().toString()).orElse(null),
                summary.staleSpans().stream().map(StaleSpanJson::of).toList(),
                summary.crossRates().stream().map(CrossRateUseJson::of).toList());
    }
}
