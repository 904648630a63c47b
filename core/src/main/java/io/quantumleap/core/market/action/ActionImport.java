package io.quantumleap.core.market.action;

import io.quantumleap.core.shared.RowErrors;

/** What became of a file of corporate actions. */
public sealed interface ActionImport {

    /** All of it was taken. */
    record Done(int rows, int imported, int updated, int unchanged) implements ActionImport {}

    /** Nothing of it was taken, because of these errors. */
    record Refused(RowErrors errors) implements ActionImport {}
}
