package io.quantumleap.adapters.rest.market;

/** One close as traded and adjusted, as JSON. */
public record AdjustedCloseJson(String date, String close, String adjustedClose) {}
