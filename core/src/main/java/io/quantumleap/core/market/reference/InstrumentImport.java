package io.quantumleap.core.market.reference;

import io.quantumleap.core.shared.RowErrors;

/** What became of a file of instruments. */
public sealed interface InstrumentImport {

    /** All of it was taken. */
    record Done(int rows, int added, int changed, int unchanged) implements InstrumentImport {}

    /** Nothing of it was taken, because of these errors. */
    record Refused(RowErrors errors) implements InstrumentImport {}
}
