package io.quantumleap.core.market.calendar;

import io.quantumleap.core.shared.RowErrors;

/** What became of a file of calendar days. */
public sealed interface CalendarImport {

    /** All of it was taken. */
    record Done(int rows, int changed, int calendars) implements CalendarImport {}

    /** Nothing of it was taken, because of these errors. */
    record Refused(RowErrors errors) implements CalendarImport {}
}
