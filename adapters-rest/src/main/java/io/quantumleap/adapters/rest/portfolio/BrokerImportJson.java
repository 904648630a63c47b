package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.portfolio.TransactionImport;

/** What became of a broker's file; {@code skipped} rows are those that the preset knows to move nothing. */
public record BrokerImportJson(int rows, int imported, int duplicates, int skipped) {

    static BrokerImportJson of(TransactionImport.Done done, int skipped) {
        return new BrokerImportJson(done.rows(), done.imported(), done.duplicates(), skipped);
    }
}
