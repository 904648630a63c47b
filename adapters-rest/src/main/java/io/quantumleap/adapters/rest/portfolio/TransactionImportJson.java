package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.portfolio.TransactionImport;

/** What became of a transactions file. */
public record TransactionImportJson(int rows, int imported, int duplicates) {

    static TransactionImportJson of(TransactionImport.Done done) {
        return new TransactionImportJson(done.rows(), done.imported(), done.duplicates());
    }
}
