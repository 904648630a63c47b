package io.quantumleap.core.history;

import static io.quantumleap.core.history.ExactLot.DIGITS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** The closes of a history's instruments, in their currencies, and the rates of the euro and the yen in US dollars. */
public final class Quotations {

    private final Map<String, NavigableMap<LocalDate, BigDecimal>> closes = new TreeMap<>();
    private final Map<String, String> currencies = new TreeMap<>();

    void put(String symbol, String currency, LocalDate day, BigDecimal close) {
        currencies.put(symbol, currency);
        closes.computeIfAbsent(symbol, none -> new TreeMap<>()).put(day, close);
    }

    /** The last close of an instrument, in its currency. */
    public BigDecimal last(String symbol) {
        return Objects.requireNonNull(closes.get(symbol), symbol).lastEntry().getValue();
    }

    /** The last day with any close. */
    public LocalDate lastDay() {
        return closes.values().stream()
                .map(NavigableMap::lastKey)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** The currency of an instrument. */
    public String currency(String symbol) {
        return Objects.requireNonNull(currencies.get(symbol), symbol);
    }

    /** The decimals of a currency, by ISO 4217. */
    public static int digits(String currency) {
        return currency.equals("JPY") ? 0 : 2;
    }

    private static String pair(String currency) {
        return currency.equals("EUR") ? "EUR/USD" : "USD/JPY";
    }

    boolean isKnown(String currency, LocalDate day) {
        return currency.equals("USD")
                || Objects.requireNonNull(closes.get(pair(currency))).floorKey(day) != null;
    }

    /** An amount in US dollars at the rate of a day. */
    public BigDecimal inDollars(BigDecimal amount, String currency, LocalDate day) {
        if (currency.equals("USD")) {
            return amount;
        }
        BigDecimal quote = Objects.requireNonNull(
                        Objects.requireNonNull(closes.get(pair(currency))).floorEntry(day))
                .getValue();
        return currency.equals("EUR") ? amount.multiply(quote) : amount.divide(quote, DIGITS);
    }

    /** The prices file. */
    public String file() {
        List<String> lines = new ArrayList<>();
        lines.add("date,symbol,close,currency");
        closes.forEach((symbol, history) -> history.forEach((day, close) ->
                lines.add(day + "," + symbol + "," + close.toPlainString() + "," + currencies.get(symbol))));
        return String.join("\n", lines) + "\n";
    }
}
