package io.quantumleap.core.valuation;

import io.quantumleap.core.portfolio.Lot;
import io.quantumleap.core.portfolio.PortfolioId;
import java.time.LocalDate;
import java.util.List;

/**
 * The open lots of a portfolio at the end of one day.
 *
 * @param portfolio the portfolio
 * @param asOf the day
 * @param lots by symbol, oldest first, each in the currency that it was paid in
 */
public record LotsView(PortfolioId portfolio, LocalDate asOf, List<Lot> lots) {

    /** Copies the list. */
    public LotsView {
        lots = List.copyOf(lots);
    }
}
