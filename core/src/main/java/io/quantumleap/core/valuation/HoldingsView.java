package io.quantumleap.core.valuation;

import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * What a portfolio holds at the end of one day.
 *
 * @param portfolio the portfolio
 * @param asOf the day
 * @param currency the base currency
 * @param total the value of everything, cash included, in the base currency
 * @param cash one amount for each currency that has any, the base currency first; may be negative
 * @param holdings by value, biggest first
 * @param warnings sentences about what to keep in mind
 */
public record HoldingsView(
        PortfolioId portfolio,
        LocalDate asOf,
        Currency currency,
        Money total,
        List<Money> cash,
        List<Holding> holdings,
        List<String> warnings) {

    /** Copies the lists. */
    public HoldingsView {
        cash = List.copyOf(cash);
        holdings = List.copyOf(holdings);
        warnings = List.copyOf(warnings);
    }
}
