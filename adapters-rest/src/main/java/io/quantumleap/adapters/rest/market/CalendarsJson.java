package io.quantumleap.adapters.rest.market;

import java.util.List;

/** The names of the calendars that have rules or imported days. */
public record CalendarsJson(List<String> items) {}
