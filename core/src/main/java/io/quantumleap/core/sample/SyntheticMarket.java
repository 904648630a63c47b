package io.quantumleap.core.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Ten years of daily closes of twelve invented instruments and of one index, as {@link MarketSimulation} makes them. Synthetic
 * data: it says nothing about any real market. Immutable.
 */
final class SyntheticMarket {

    /** The symbol of the index: total return, 1000 on the first day. */
    static final String BENCHMARK = "SYN.INDEX";

    static final String BENCHMARK_NAME = "Synthetic Market Index";

    static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 4);
    static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

    /** The one stock split. */
    static final Split SPLIT = new Split("SYN.CHIP", LocalDate.of(2021, 6, 7), 4);

    private static final long SEED = 1741;

    private final List<LocalDate> days;
    private final Map<String, long[]> cents;
    private final List<Dividend> dividends;

    /** On its date, before trading, every share becomes {@code ratio} shares. */
    record Split(String symbol, LocalDate date, int ratio) {}

    /** Ex and paid on the same day, in USD a share. */
    record Dividend(String symbol, LocalDate date, BigDecimal perShare) {}

    /** One close of one instrument, in USD. */
    record Close(String symbol, LocalDate date, BigDecimal price) {}

    SyntheticMarket(List<LocalDate> days, Map<String, long[]> cents, List<Dividend> dividends) {
        this.days = List.copyOf(days);
        this.cents = Map.copyOf(cents);
        this.dividends = List.copyOf(dividends);
    }

    /** The one market that the sample portfolio lives in. */
    static SyntheticMarket simulated() {
        return new MarketSimulation(SEED, TradingCalendar.between(FIRST_DAY, LAST_DAY)).run();
    }

    /** The trading days, in order. */
    List<LocalDate> days() {
        return days;
    }

    /** The closes of one symbol, a day each, as traded: not adjusted for splits or dividends. */
    List<Close> closes(String symbol) {
        long[] series = series(symbol);
        return IntStream.range(0, series.length)
                .mapToObj(day -> new Close(symbol, days.get(day), BigDecimal.valueOf(series[day], 2)))
                .toList();
    }

    /** The close of one symbol on a trading day, given by its position in {@link #days()}. */
    BigDecimal close(String symbol, int day) {
        return BigDecimal.valueOf(series(symbol)[day], 2);
    }

    /** All dividends, by date and then in the order of the instruments. */
    List<Dividend> dividends() {
        return dividends;
    }

    private long[] series(String symbol) {
        long[] series = cents.get(symbol);
        if (series == null) {
            throw new IllegalArgumentException("The synthetic market has no " + symbol + ".");
        }
        return series;
    }
}
