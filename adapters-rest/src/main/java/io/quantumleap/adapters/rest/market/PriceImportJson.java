package io.quantumleap.adapters.rest.market;

import io.quantumleap.core.market.PriceImport;

/** What became of a prices file. */
public record PriceImportJson(int rows, int imported, int updated, int unchanged, int instruments) {

    static PriceImportJson of(PriceImport.Done done) {
        return new PriceImportJson(done.rows(), done.imported(), done.updated(), done.unchanged(), done.instruments());
    }
}
