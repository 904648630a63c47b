package io.quantumleap.chat.analyst;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/**
 * The days that a period means.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive
 * @param shifted whether the period as it was meant has no data yet, so that the latest such period with data is taken
 */
record Span(LocalDate from, LocalDate to, boolean shifted) {

    /**
     * Finds the days.
     *
     * @param today the current day, from which "last month" is counted
     * @param first the first day with data
     * @param last the last day with data
     * @return the days within the data; empty when the period lies outside it
     */
    static Optional<Span> of(Period period, LocalDate today, LocalDate first, LocalDate last) {
        Span meant = meant(period, today, first, last);
        boolean ahead = meant.from().isAfter(last) && !(period instanceof Period.Between);
        Span found = ahead ? meant(latest(period), last, first, last) : meant;
        LocalDate from = found.from().isBefore(first) ? first : found.from();
        LocalDate to = found.to().isAfter(last) ? last : found.to();
        return from.isAfter(to) ? Optional.empty() : Optional.of(new Span(from, to, ahead));
    }

    /** "Last month" becomes the month that the last day with data lies in. */
    private static Period latest(Period period) {
        return period instanceof Period.Calendar calendar ? new Period.Calendar(calendar.unit(), 0) : period;
    }

    private static Span meant(Period period, LocalDate reference, LocalDate first, LocalDate last) {
        if (period instanceof Period.Calendar calendar) {
            LocalDate start = calendar.unit().minus(calendar.unit().startOf(reference), calendar.back());
            return plain(start, calendar.unit().minus(start, -1).minusDays(1));
        }
        if (period instanceof Period.Trailing trailing) {
            LocalDate end = reference.isAfter(last) ? last : reference;
            return plain(trailing.unit().minus(end, trailing.count()).plusDays(1), end);
        }
        if (period instanceof Period.NamedMonths named) {
            Month to = named.to();
            return to == null
                    ? plain(months(reference, named.from(), 1).from(), last)
                    : months(
                            reference,
                            named.from(),
                            Math.floorMod(to.getValue() - named.from().getValue(), 12) + 1);
        }
        if (period instanceof Period.NamedPart part) {
            return months(reference, Month.of((part.number() - 1) * part.months() + 1), part.months());
        }
        if (period instanceof Period.Between between) {
            LocalDate from = between.from();
            LocalDate to = between.to();
            return plain(from == null ? first : from, to == null ? last : to);
        }
        return plain(first, last);
    }

    private static Span months(LocalDate reference, Month start, int count) {
        LocalDate thisYear = LocalDate.of(reference.getYear(), start, 1);
        LocalDate from = thisYear.isAfter(reference) ? thisYear.minusYears(1) : thisYear;
        return plain(from, from.plusMonths(count).minusDays(1));
    }

    private static Span plain(LocalDate from, LocalDate to) {
        return new Span(from, to, false);
    }
}
