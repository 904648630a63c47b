package io.quantumleap.adapters.rest.market;

import io.quantumleap.core.market.calendar.CalendarDay;

/** A day that is not like the others, as JSON. */
public record CalendarDayJson(String date, String status, String name) {

    static CalendarDayJson of(CalendarDay day) {
        return new CalendarDayJson(day.date().toString(), day.status().code(), day.name());
    }
}
