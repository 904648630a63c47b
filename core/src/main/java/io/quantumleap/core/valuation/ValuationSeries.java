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
 * @param warnings sentences about what to keep in mind
 */
public record ValuationSeries(PortfolioId portfolio, Currency currency, List<DailyValue> days, List<String> warnings) {

    /** Copies the lists. */
    public ValuationSeries {
        days = List.copyOf(days);
        warnings = List.copyOf(warnings);
    }
}
