package io.quantumleap.core.valuation;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What each holding gained or lost in a period, in the base currency. The gains of the holdings and {@link #other()} add up
 * to {@link #gain()} exactly. A spin-off, a merger or a change of symbol moves value from one instrument to another, which
 * shows as a loss of the one and a gain of the other.
 *
 * @param portfolio the portfolio
 * @param from the day at whose end the period starts; the day before the first transaction when it starts with that
 * @param to the day at whose end it ends
 * @param startValue the value of everything at the start, cash included
 * @param endValue likewise at the end
 * @param netInflow what came in from outside less what went out
 * @param gain end less start less net inflow
 * @param other the part of the gain that no holding made: interest, fees and taxes without an instrument, and changes of the
 *     rates of foreign cash
 * @param capital the capital that earned the gain, time-weighted: what was there at the start, and each flow for the part of
 *     the period that it stayed (Modified Dietz)
 * @param holdings the greatest loss first
 */
public record ContributionsView(
        PortfolioId portfolio,
        LocalDate from,
        LocalDate to,
        Money startValue,
        Money endValue,
        Money netInflow,
        Money gain,
        Money other,
        Money capital,
        List<Part> holdings) {

    /** Copies the list. */
    public ContributionsView {
        holdings = List.copyOf(holdings);
    }

    /**
     * One holding, sold ones included.
     *
     * @param symbol the instrument
     * @param startValue its value at the start
     * @param endValue its value at the end
     * @param gain its change of value, less what was bought, plus what was sold and what it paid, after its fees and taxes
     * @param capital the capital in it, time-weighted likewise
     */
    public record Part(Symbol symbol, Money startValue, Money endValue, Money gain, Money capital) {

        /** Its gain on the capital in it (Modified Dietz); empty when there was none. */
        public OptionalDouble ownReturn() {
            return ratio(gain, capital);
        }
    }

    /** What a gain adds to the return of the whole; empty when there was no capital. */
    public OptionalDouble contribution(Money part) {
        return ratio(part, capital);
    }

    private static OptionalDouble ratio(Money gain, Money capital) {
        return capital.signum() > 0
                ? OptionalDouble.of(
                        gain.amount().doubleValue() / capital.amount().doubleValue())
                : OptionalDouble.empty();
    }
}
