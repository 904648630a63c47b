package io.quantumleap.core.market.calendar;

import io.quantumleap.core.shared.RowError;

/** One row of a file of calendar days: its cells, or why they could not be told apart. */
public sealed interface CalendarRow {

    /** A row whose cells were found. */
    record Cells(int line, CalendarFields fields) implements CalendarRow {}

    /** A row that is not a row, such as one with too many cells. */
    record Unreadable(RowError error) implements CalendarRow {}
}
