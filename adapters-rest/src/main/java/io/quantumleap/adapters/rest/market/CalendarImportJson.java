package io.quantumleap.adapters.rest.market;

/** What became of a file of calendar days. */
public record CalendarImportJson(int rows, int changed, int calendars) {}
