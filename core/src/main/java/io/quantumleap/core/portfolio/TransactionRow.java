package io.quantumleap.core.portfolio;

import io.quantumleap.core.shared.RowError;

/** One row of a transactions file: its cells, or why they could not be told apart. */
public sealed interface TransactionRow {

    /** The line of the file where the row starts; the header is line 1. */
    int line();

    /** A row whose cells were found. */
    record Cells(int line, TransactionFields fields) implements TransactionRow {}

    /** A row that is not a row, such as one with too many cells. */
    record Unreadable(RowError error) implements TransactionRow {

        @Override
        public int line() {
            return error.line();
        }
    }
}
