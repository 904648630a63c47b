package io.quantumleap.core.market;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;

/**
 * Something that has prices.
 *
 * @param symbol its name
 * @param currency the currency of all its prices
 * @param firstDate the day of its first price
 * @param lastDate the day of its latest price
 * @param priceCount how many days have a price
 */
public record Instrument(Symbol symbol, Currency currency, LocalDate firstDate, LocalDate lastDate, int priceCount) {

    /** Refuses missing parts. */
    public Instrument {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(firstDate, "firstDate");
        Objects.requireNonNull(lastDate, "lastDate");
    }
}
