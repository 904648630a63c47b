package io.quantumleap.core.valuation;

import io.quantumleap.core.portfolio.PortfolioId;
import java.util.Currency;
import java.util.List;

/**
 * The daily values of a portfolio.
 *
 * <p>Valuation days are the days from the first transaction on that have a close of any instrument that was ever held. A
 * transaction on another day belongs to the next valuation day; if none follows, its own day is one.
 *
 * @param portfolio the portfolio
 * @param currency the base currency of all values
 * @param days in date order; none for an empty ledger
 * @param staleAfter over how many trading days a price may be carried forward before it counts as stale
 * @param warnings sentences about what to keep in mind
 */
public record ValuationSeries(
        PortfolioId portfolio, Currency currency, List<DailyValue> days, int staleAfter, List<String> warnings) {

    /** Copies the lists. */
    public ValuationSeries {
        days = List.copyOf(days);
        warnings = List.copyOf(warnings);
    }

    /** What all of the days stand on. */
    public PricingSummary pricing() {
        PricingTally tally = new PricingTally(staleAfter);
        days.forEach(day -> tally.add(day.date(), day.provenance()));
        return tally.summary();
    }
}
