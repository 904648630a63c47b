package io.quantumleap.adapters.rest.market;

import java.util.List;

/** The corporate actions of an instrument as JSON. */
public record ActionsJson(String symbol, List<ActionJson> items) {}
