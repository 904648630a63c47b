package io.quantumleap.core.sample;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/**
 * The days on which the synthetic exchange trades: Monday to Friday without nine holidays a year, which leaves about 252.
 * A holiday with a fixed date that falls on a Saturday is kept on Friday, one on a Sunday on Monday.
 */
final class TradingCalendar {

    private TradingCalendar() {}

    /** The trading days from the first to the last date, both included if they are trading days. */
    static List<LocalDate> between(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .filter(TradingCalendar::isTradingDay)
                .toList();
    }

    static boolean isTradingDay(LocalDate date) {
        return !isWeekend(date) && holidays(date.getYear()).noneMatch(date::equals);
    }

    /** The holidays that are kept in a year, and New Year's Day of the next one, which may be kept on 31 December. */
    private static Stream<LocalDate> holidays(int year) {
        return Stream.of(
                kept(LocalDate.of(year, 1, 1)),
                nth(3, MONDAY, year, Month.JANUARY),
                nth(3, MONDAY, year, Month.FEBRUARY),
                LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(MONDAY)),
                kept(LocalDate.of(year, 6, 19)),
                kept(LocalDate.of(year, 7, 4)),
                nth(1, MONDAY, year, Month.SEPTEMBER),
                nth(4, THURSDAY, year, Month.NOVEMBER),
                kept(LocalDate.of(year, 12, 25)),
                kept(LocalDate.of(year + 1, 1, 1)));
    }

    private static LocalDate kept(LocalDate holiday) {
        return switch (holiday.getDayOfWeek()) {
            case SATURDAY -> holiday.minusDays(1);
            case SUNDAY -> holiday.plusDays(1);
            default -> holiday;
        };
    }

    private static LocalDate nth(int ordinal, DayOfWeek day, int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day));
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == SATURDAY || date.getDayOfWeek() == SUNDAY;
    }
}
