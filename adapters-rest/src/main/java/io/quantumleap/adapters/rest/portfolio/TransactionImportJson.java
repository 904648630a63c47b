package io.quantumleap.adapters.rest.portfolio;

/** What became of a transactions file. */
public record TransactionImportJson(int rows, int imported, int duplicates) {}
