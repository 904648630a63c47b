package io.quantumleap.core.valuation;

import io.quantumleap.core.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what valuation days stand on, one day after the other in date order. Not safe for use by many threads. */
public final class PricingTally {

    private final int staleAfter;
    private final List<PricingSummary.Span> spans = new ArrayList<>();
    private final Map<String, PricingSummary.CrossRateUse> crossRates = new TreeMap<>();
    private PricingSummary.@Nullable Peak peak;
    private @Nullable LocalDate spanFrom;
    private LocalDate spanTo = LocalDate.MIN;
    private int spanDays;
    private int days;
    private int staleDays;

    /**
     * No day yet.
     *
     * @param staleAfter over how many trading days a price may be carried forward
     */
    public PricingTally(int staleAfter) {
        this.staleAfter = staleAfter;
    }

    /** Counts the next day. */
    public void add(LocalDate day, Provenance provenance) {
        days++;
        if (provenance.isStale()) {
            addStale(day, provenance.staleValue());
        } else {
            endSpan();
        }
        provenance.crossRates().forEach((currency, via) -> cross(currency, via, day));
    }

    private void addStale(LocalDate day, Money value) {
        staleDays++;
        spanFrom = spanFrom == null ? day : spanFrom;
        spanTo = day;
        spanDays++;
        if (peak == null || value.compareTo(peak.staleValue()) > 0) {
            peak = new PricingSummary.Peak(day, value);
        }
    }

    private void endSpan() {
        if (spanFrom != null) {
            spans.add(new PricingSummary.Span(spanFrom, spanTo, spanDays));
            spanFrom = null;
            spanDays = 0;
        }
    }

    private void cross(Currency currency, Currency via, LocalDate day) {
        crossRates.merge(
                currency + " " + via,
                new PricingSummary.CrossRateUse(currency, via, day, day, 1),
                (soFar, one) -> soFar.until(day));
    }

    /** What was counted. */
    public PricingSummary summary() {
        endSpan();
        return new PricingSummary(staleAfter, days, staleDays, peak, spans, List.copyOf(crossRates.values()));
    }
}
