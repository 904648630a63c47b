package io.quantumleap.adapters.rest.market;

import io.quantumleap.core.market.calendar.TradingCalendar;
import java.time.LocalDate;
import java.util.List;

/**
 * Part of a calendar as JSON.
 *
 * @param basis where its days come from, in words
 * @param tradingDays how many days of the range are trading days
 * @param items the days of the range that are no ordinary weekday or weekend day
 */
public record CalendarJson(
        String calendar, String basis, String from, String to, int tradingDays, List<CalendarDayJson> items) {

    static CalendarJson of(TradingCalendar calendar, LocalDate from, LocalDate to) {
        return new CalendarJson(
                calendar.code().value(),
                calendar.basis(),
                from.toString(),
                to.toString(),
                calendar.tradingDaysAfter(from.minusDays(1), to),
                calendar.specialDays(from, to).stream().map(CalendarDayJson::of).toList());
    }
}
