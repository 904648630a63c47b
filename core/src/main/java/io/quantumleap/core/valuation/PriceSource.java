package io.quantumleap.core.valuation;

import java.util.Locale;

/** Where the price of a holding comes from. */
public enum PriceSource {
    /** A close from the price history. */
    CLOSE,
    /** The last price it was traded at in this portfolio, because it has no close yet. */
    TRADE;

    /** The name in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
