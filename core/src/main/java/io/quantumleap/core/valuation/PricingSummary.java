package io.quantumleap.core.valuation;

import io.quantumleap.core.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On how many of some valuation days the value stands on prices or rates that were too old, or on rates through a third currency.
 *
 * @param staleAfter over how many trading days a price may be carried forward
 * @param days how many valuation days there are
 * @param staleDays on how many of them a price or a rate was older than that
 * @param peakOrNull the day on which most of the value stood on such prices, or null if no day did; read it through {@link #peak()}
 * @param staleSpans the runs of such days, in date order
 * @param crossRates the rates that went through a third currency, by the code of the currency that was converted
 */
public record PricingSummary(
        int staleAfter,
        int days,
        int staleDays,
        @Nullable Peak peakOrNull,
        List<Span> staleSpans,
        List<CrossRateUse> crossRates) {

    /** Copies the lists. */
    public PricingSummary {
        staleSpans = List.copyOf(staleSpans);
        crossRates = List.copyOf(crossRates);
    }

    /** The day on which most of the value stood on prices that were too old. */
    public Optional<Peak> peak() {
        return Optional.ofNullable(peakOrNull);
    }

    /** How much stood on them on the day when it was most, the first such day. */
    public record Peak(LocalDate date, Money staleValue) {}

    /** A run of valuation days, both ends included. */
    public record Span(LocalDate from, LocalDate to, int days) {}

    /** How often a currency was converted through another, and on which days first and last. */
    public record CrossRateUse(Currency currency, Currency via, LocalDate first, LocalDate last, int days) {

        CrossRateUse until(LocalDate day) {
            return new CrossRateUse(currency, via, first, day, days + 1);
        }
    }
}
