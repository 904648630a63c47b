package io.quantumleap.core.valuation;

import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.portfolio.Entry;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;

/** Finds the days on which a portfolio is valued. */
final class ValuationDays {

    private ValuationDays() {}

    /**
     * The days from the first entry on that have a close of any of the instruments, and the days of the entries after
     * the last of those, in date order.
     */
    static List<LocalDate> of(List<Entry> entries, Collection<PriceSeries> series) {
        long first = entries.get(0).date().toEpochDay();
        LongStream ofCloses = series.stream()
                .map(PriceSeries::epochDays)
                .flatMapToLong(Arrays::stream)
                .filter(day -> day >= first);
        long[] closes = ofCloses.sorted().distinct().toArray();
        long last = closes.length == 0 ? Long.MIN_VALUE : closes[closes.length - 1];
        LongStream ofEntries = entries.stream()
                .mapToLong(entry -> entry.date().toEpochDay())
                .filter(day -> day > last)
                .distinct();
        return LongStream.concat(Arrays.stream(closes), ofEntries)
                .mapToObj(LocalDate::ofEpochDay)
                .toList();
    }
}
