package io.quantumleap.core.market;

import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;

/**
 * The closes of one instrument in date order, kept in arrays: ten years of days are two objects, not five thousand.
 * Immutable.
 */
public final class PriceSeries {

    private final Symbol symbol;
    private final Currency currency;
    private final long[] days;
    private final BigDecimal[] closes;

    /**
     * Copies the arrays.
     *
     * @param days days as {@link LocalDate#toEpochDay()}, strictly ascending
     * @param closes the close of each day, in {@code currency}
     * @throws InvalidValueException if the arrays differ in length or the days do not ascend
     */
    public PriceSeries(Symbol symbol, Currency currency, long[] days, BigDecimal[] closes) {
        this.symbol = Objects.requireNonNull(symbol, "symbol");
        this.currency = Objects.requireNonNull(currency, "currency");
        this.days = days.clone();
        this.closes = closes.clone();
        if (days.length != closes.length) {
            throw new InvalidValueException("A price series needs as many closes as days.");
        }
        for (int i = 1; i < days.length; i++) {
            if (days[i] <= days[i - 1]) {
                throw new InvalidValueException("The days of a price series must ascend.");
            }
        }
    }

    /** A series without a day. */
    public static PriceSeries empty(Symbol symbol, Currency currency) {
        return new PriceSeries(symbol, currency, new long[0], new BigDecimal[0]);
    }

    /** The same series without the days before the given one. */
    public PriceSeries from(LocalDate first) {
        int start = indexOnOrBefore(first.toEpochDay() - 1) + 1;
        return new PriceSeries(
                symbol,
                currency,
                Arrays.copyOfRange(days, start, days.length),
                Arrays.copyOfRange(closes, start, closes.length));
    }

    /** The instrument. */
    public Symbol symbol() {
        return symbol;
    }

    /** The currency of every close. */
    public Currency currency() {
        return currency;
    }

    /** How many days there are. */
    public int size() {
        return days.length;
    }

    /** The day at a place, counted from 0. */
    public LocalDate date(int index) {
        return LocalDate.ofEpochDay(days[index]);
    }

    /** The close at a place, counted from 0. */
    public BigDecimal close(int index) {
        return closes[index];
    }

    /** All days as {@link LocalDate#toEpochDay()}, ascending; a copy. */
    public long[] epochDays() {
        return days.clone();
    }

    /** All closes as binary floating point, for computation that does not book money; a copy. */
    public double[] closesAsDoubles() {
        return Arrays.stream(closes).mapToDouble(BigDecimal::doubleValue).toArray();
    }

    /** The price of the latest day that is not after the given one. */
    public Optional<PricePoint> onOrBefore(LocalDate date) {
        int index = indexOnOrBefore(date.toEpochDay());
        return index < 0 ? Optional.empty() : Optional.of(new PricePoint(date(index), close(index)));
    }

    /** As {@link #onOrBefore}, with symbol and currency. */
    public Optional<Quote> quoteOnOrBefore(LocalDate date) {
        return onOrBefore(date).map(point -> new Quote(symbol, point.date(), new Money(point.close(), currency)));
    }

    /** The place of the latest day that is not after the given one, or -1 if all days are later. */
    public int indexOnOrBefore(long epochDay) {
        int found = Arrays.binarySearch(days, epochDay);
        return found >= 0 ? found : -found - 2;
    }
}
