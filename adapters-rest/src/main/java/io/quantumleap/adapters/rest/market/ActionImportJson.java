package io.quantumleap.adapters.rest.market;

/** What became of a file of corporate actions. */
public record ActionImportJson(int rows, int imported, int updated, int unchanged) {}
