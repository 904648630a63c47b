package io.quantumleap.core.valuation;

import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.portfolio.Entry;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a portfolio is valued: the days from the first entry on that have a close of any of the instruments, and the days
 * of the entries after the last of those.
 *
 * @param days those after the checkpoint that the ledger begins at, in date order
 * @param lastClose the last day with a close, from the first entry on; null if there is none
 */
record ValuationDays(List<LocalDate> days, @Nullable LocalDate lastClose) {

    private static final int DAYS_OF_MONTHS = 400;
    private static final int LATEST = 3;

    static ValuationDays of(LedgerTail ledger, Collection<PriceSeries> series) {
        long first = ledger.first().toEpochDay();
        long done = ledger.done().map(LocalDate::toEpochDay).orElse(first - 1);
        long[] closes = series.stream()
                .map(PriceSeries::epochDays)
                .flatMapToLong(Arrays::stream)
                .filter(day -> day >= first)
                .sorted()
                .distinct()
                .toArray();
        long last = closes.length == 0 ? Long.MIN_VALUE : closes[closes.length - 1];
        LongStream ofEntries = ledger.entries().stream()
                .map(Entry::date)
                .mapToLong(LocalDate::toEpochDay)
                .filter(day -> day > last)
                .distinct();
        List<LocalDate> days = LongStream.concat(Arrays.stream(closes), ofEntries)
                .filter(day -> day > done)
                .mapToObj(LocalDate::ofEpochDay)
                .toList();
        return new ValuationDays(days, closes.length == 0 ? null : LocalDate.ofEpochDay(last));
    }

    /** Those whose state is worth remembering: the last of each year, of each recent month, and the latest. */
    static Set<LocalDate> remembered(List<LocalDate> days) {
        Set<LocalDate> remembered = new TreeSet<>();
        int count = days.size();
        for (int i = 0; i < count; i++) {
            LocalDate day = days.get(i);
            if (i >= count - LATEST || endsYear(day, days.get(i + 1)) || endsRecentMonth(day, days, i)) {
                remembered.add(day);
            }
        }
        return remembered;
    }

    private static boolean endsYear(LocalDate day, LocalDate following) {
        return day.getYear() != following.getYear();
    }

    private static boolean endsRecentMonth(LocalDate day, List<LocalDate> days, int index) {
        LocalDate last = days.get(days.size() - 1);
        return day.plusDays(DAYS_OF_MONTHS).isAfter(last)
                && day.getMonth() != days.get(index + 1).getMonth();
    }
}
