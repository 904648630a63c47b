package io.quantumleap.core.valuation;

import io.quantumleap.core.portfolio.LotMethod;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gains that a portfolio realised in a range of days.
 *
 * @param portfolio the portfolio
 * @param currency its base currency
 * @param lotMethod the method by which lots were chosen
 * @param from first day of the range, or null
 * @param to last day of the range, or null
 * @param gains lot by lot, in the order of the disposals
 * @param totals the sums for each currency in which a gain could be told, in the order of the codes
 * @param years the same sums for each calendar year that has a gain, in order
 * @param gainInBase all of them in the base currency
 * @param mayBeWashSales how many of them are a loss that may be a wash sale
 */
public record GainsView(
        PortfolioId portfolio,
        Currency currency,
        LotMethod lotMethod,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<RealisedGain> gains,
        List<Total> totals,
        List<Year> years,
        Money gainInBase,
        int mayBeWashSales) {

    /** Copies the lists. */
    public GainsView {
        gains = List.copyOf(gains);
        totals = List.copyOf(totals);
        years = List.copyOf(years);
    }

    /** The sums of the gains of one calendar year, as those of all are. */
    public record Year(int year, List<Total> totals, Money gainInBase) {

        /** Copies the list. */
        public Year {
            totals = List.copyOf(totals);
        }
    }

    /** The sums in one currency; the gain is that of both terms together. */
    public record Total(Money proceeds, Money cost, Money gain, Money shortTermGain, Money longTermGain) {

        /** Nothing in a currency. */
        static Total none(Currency currency) {
            Money zero = Money.zero(currency);
            return new Total(zero, zero, zero, zero, zero);
        }

        Total plus(RealisedGain more, Money moreGain) {
            return new Total(
                    proceeds.plus(more.proceeds()),
                    cost.plus(more.cost()),
                    gain.plus(moreGain),
                    more.isLongTerm() ? shortTermGain : shortTermGain.plus(moreGain),
                    more.isLongTerm() ? longTermGain.plus(moreGain) : longTermGain);
        }
    }
}
