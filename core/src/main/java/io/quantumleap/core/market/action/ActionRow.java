package io.quantumleap.core.market.action;

import io.quantumleap.core.shared.RowError;

/** One row of a file of corporate actions: its cells, or why they could not be told apart. */
public sealed interface ActionRow {

    /** A row whose cells were found. */
    record Cells(int line, ActionFields fields) implements ActionRow {}

    /** A row that is not a row, such as one with too many cells. */
    record Unreadable(RowError error) implements ActionRow {}
}
