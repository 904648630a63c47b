package io.quantumleap.adapters.rest.market;

import java.util.List;

/** The whole bars of an instrument as JSON. */
public record BarsJson(String symbol, String currency, int count, List<BarJson> items) {}
