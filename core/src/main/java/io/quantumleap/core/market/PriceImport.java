package io.quantumleap.core.market;

import io.quantumleap.core.shared.RowErrors;

/** What became of a prices file. */
public sealed interface PriceImport {

    /**
     * All of it was taken.
     *
     * @param rows rows in the file
     * @param imported days that had no price before
     * @param updated days whose price was corrected
     * @param unchanged rows that said what was known already
     * @param instruments different symbols in the file
     */
    record Done(int rows, int imported, int updated, int unchanged, int instruments) implements PriceImport {}

    /** Nothing of it was taken, because of these errors. */
    record Refused(RowErrors errors) implements PriceImport {}
}
