package io.quantumleap.core.market.reference;

import io.quantumleap.core.shared.RowError;

/** One row of a file of instruments: its cells, or why they could not be told apart. */
public sealed interface InstrumentRow {

    /** A row whose cells were found. */
    record Cells(int line, InstrumentFields fields) implements InstrumentRow {}

    /** A row that is not a row, such as one with too many cells. */
    record Unreadable(RowError error) implements InstrumentRow {}
}
