package io.quantumleap.core.market;

import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import java.util.Objects;

/** Lists everything that has prices. Safe for use by many threads. */
public final class ListInstruments {

    private final PriceHistory prices;

    /** Works on this port. */
    public ListInstruments(PriceHistory prices) {
        this.prices = Objects.requireNonNull(prices, "prices");
    }

    /** One page, in symbol order. */
    public CursorPage<Instrument> page(PageRequest request) {
        return prices.instruments(request);
    }
}
