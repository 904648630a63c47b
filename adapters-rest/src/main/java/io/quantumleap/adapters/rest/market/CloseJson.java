package io.quantumleap.adapters.rest.market;

/** One close as JSON. */
public record CloseJson(String date, String close) {}
