package io.quantumleap.adapters.rest.market;

/** What became of a file of instruments. */
public record InstrumentImportJson(int rows, int added, int changed, int unchanged) {}
