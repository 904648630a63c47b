package io.quantumleap.core.market.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A day of a calendar that is not like the others.
 *
 * @param name why, such as {@code Good Friday}; may be empty
 */
public record CalendarDay(LocalDate date, DayStatus status, String name) {

    /** Refuses missing parts. */
    public CalendarDay {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(name, "name");
    }

    static CalendarDay closed(LocalDate date, String name) {
        return new CalendarDay(date, DayStatus.CLOSED, name);
    }

    static CalendarDay earlyClose(LocalDate date, String name) {
        return new CalendarDay(date, DayStatus.EARLY_CLOSE, name);
    }
}
