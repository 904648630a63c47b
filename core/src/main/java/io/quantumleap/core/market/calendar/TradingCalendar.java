package io.quantumleap.core.market.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The trading days of a market: Monday to Friday, without the holidays of its rules, and with the operator's exceptions,
 * which go before the rules. Not safe for use by many threads, since it remembers the years that it was asked about.
 */
public final class TradingCalendar {

    private final CalendarCode code;
    private final KnownCalendars.Rules rules;
    private final Map<LocalDate, CalendarDay> exceptions;
    private final Map<Integer, Map<LocalDate, CalendarDay>> years = new HashMap<>();

    /**
     * The calendar of a market.
     *
     * @param exceptions the operator's own days
     */
    public TradingCalendar(CalendarCode code, List<CalendarDay> exceptions) {
        this.code = code;
        this.rules = KnownCalendars.rules(code);
        this.exceptions = new HashMap<>();
        exceptions.forEach(day -> this.exceptions.put(day.date(), day));
    }

    /** Whose calendar it is. */
    public CalendarCode code() {
        return code;
    }

    /** In words, where the days come from. */
    public String basis() {
        return exceptions.isEmpty() ? rules.words() : rules.words() + ", and the days that were imported";
    }

    /** The days of a range that are not an ordinary weekday or weekend day, in order. */
    public List<CalendarDay> specialDays(LocalDate from, LocalDate to) {
        Map<LocalDate, CalendarDay> days = new TreeMap<>();
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            year(year).values().stream()
                    .filter(day -> !isWeekend(day.date()))
                    .forEach(day -> days.put(day.date(), day));
        }
        days.putAll(exceptions);
        return days.values().stream()
                .filter(day -> !day.date().isBefore(from) && !day.date().isAfter(to))
                .toList();
    }

    /** Whether the market trades on a day. */
    public boolean isTradingDay(LocalDate date) {
        return special(date).map(day -> day.status() != DayStatus.CLOSED).orElseGet(() -> !isWeekend(date));
    }

    private Optional<CalendarDay> special(LocalDate date) {
        CalendarDay exception = exceptions.get(date);
        if (exception != null) {
            return Optional.of(exception);
        }
        return isWeekend(date)
                ? Optional.empty()
                : Optional.ofNullable(year(date.getYear()).get(date));
    }

    /** How many trading days there are after one day up to another, the second one included. */
    public int tradingDaysAfter(LocalDate after, LocalDate upTo) {
        int count = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(upTo); day = day.plusDays(1)) {
            count += isTradingDay(day) ? 1 : 0;
        }
        return count;
    }

    /** Whether there are more trading days after one day up to another than so many; looks no further than it must. */
    public boolean isOlderThan(int tradingDays, LocalDate date, LocalDate asOf) {
        int count = 0;
        for (LocalDate day = date.plusDays(1); !day.isAfter(asOf) && count <= tradingDays; day = day.plusDays(1)) {
            count += isTradingDay(day) ? 1 : 0;
        }
        return count > tradingDays;
    }

    private Map<LocalDate, CalendarDay> year(int year) {
        return years.computeIfAbsent(year, unseen -> {
            Map<LocalDate, CalendarDay> days = new HashMap<>();
            rules.holidays()
                    .of(unseen)
                    .forEach(day -> days.merge(
                            day.date(), day, (one, other) -> one.status() == DayStatus.CLOSED ? one : other));
            return days;
        });
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    }
}
