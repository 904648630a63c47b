package io.quantumleap.core.valuation;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Lot;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The open lots of a portfolio at the end of one day.
 *
 * @param portfolio the portfolio
 * @param asOf the day
 * @param lots by symbol, oldest first, each in the currency that it was paid in
 * @param prices what one unit is worth, of the instruments that have a price
 * @param longTermDays after how many days a holding period is long
 */
public record LotsView(
        PortfolioId portfolio, LocalDate asOf, List<Lot> lots, Map<Symbol, Money> prices, int longTermDays) {

    /** Copies the collections. */
    public LotsView {
        lots = List.copyOf(lots);
        prices = Map.copyOf(prices);
    }

    /** The days since the lot was acquired. */
    public long daysHeld(Lot lot) {
        return ChronoUnit.DAYS.between(lot.acquired(), asOf);
    }

    /** Whether a sale on this day would be long-term; never for what is owed. */
    public boolean isLongTerm(Lot lot) {
        return !lot.isShort() && daysHeld(lot) > longTermDays;
    }

    /** What the lot is worth in the currency of its price, below zero for what is owed; empty without a price. */
    public Optional<Money> value(Lot lot) {
        return Optional.ofNullable(prices.get(lot.symbol()))
                .map(price -> price.times(lot.quantity().value()))
                .map(value -> lot.isShort() ? value.negated() : value);
    }

    /** The value less the cost, or what a short sale brought less the value; empty without a price or in two currencies. */
    public Optional<Money> unrealisedGain(Lot lot) {
        return value(lot)
                .filter(value -> value.currency().equals(lot.cost().currency()))
                .map(value -> lot.isShort() ? value.plus(lot.cost()) : value.minus(lot.cost()));
    }
}
