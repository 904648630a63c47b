package io.quantumleap.core.market.calendar;

import java.util.Objects;

/** One row of a file of calendar days as text, before any check; an empty text is a missing cell. */
public record CalendarFields(String calendar, String date, String status, String name) {

    /** Refuses null: a missing cell is an empty text. */
    public CalendarFields {
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(name, "name");
    }
}
