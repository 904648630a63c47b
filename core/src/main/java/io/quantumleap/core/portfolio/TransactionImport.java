package io.quantumleap.core.portfolio;

import io.quantumleap.core.shared.RowErrors;

/** What became of a transactions file. */
public sealed interface TransactionImport {

    /**
     * All of it is in the ledger now.
     *
     * @param rows rows in the file
     * @param imported how many were recorded
     * @param duplicates how many were in the ledger already, or twice in the file under one external id
     */
    record Done(int rows, int imported, int duplicates) implements TransactionImport {}

    /** Nothing of it was recorded, because of these errors. */
    record Refused(RowErrors errors) implements TransactionImport {}
}
