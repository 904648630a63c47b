package io.quantumleap.adapters.rest.market;

import java.util.List;

/** What became of each symbol, in the order asked. */
public record RefreshesJson(String provider, List<SymbolRefreshJson> items) {}
