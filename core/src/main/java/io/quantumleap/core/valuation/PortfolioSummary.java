package io.quantumleap.core.valuation;

import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * The totals of a portfolio at the end of one day, all in the base currency; past amounts at the rates of their days.
 *
 * @param portfolio the portfolio
 * @param asOf the day
 * @param currency the base currency
 * @param value the value of everything, cash included
 * @param cash all cash
 * @param netContributions what came in from outside less what went out, securities at their market value
 * @param gain value less net contributions
 * @param dividends dividends received, gross
 * @param interest interest received, gross
 * @param fees everything that was charged; the fees of trades are part of cost and realised gain as well
 * @param taxes taxes paid
 * @param realisedGain proceeds of what was sold, less fees, less what it had cost first in first out
 * @param unrealisedGain value of what is held less what it cost
 * @param holdingCount how many instruments are held
 * @param transactionCount how many transactions count, up to the day
 * @param warnings sentences about what to keep in mind
 */
public record PortfolioSummary(
        PortfolioId portfolio,
        LocalDate asOf,
        Currency currency,
        Money value,
        Money cash,
        Money netContributions,
        Money gain,
        Money dividends,
        Money interest,
        Money fees,
        Money taxes,
        Money realisedGain,
        Money unrealisedGain,
        int holdingCount,
        int transactionCount,
        List<String> warnings) {

    /** Copies the list. */
    public PortfolioSummary {
        warnings = List.copyOf(warnings);
    }
}
