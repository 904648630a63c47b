package io.quantumleap.core.market;

import io.quantumleap.core.event.PricesChanged;
import io.quantumleap.core.event.port.EventOutbox;
import io.quantumleap.core.market.port.PriceBatch;
import io.quantumleap.core.market.port.PriceHistory;
import java.util.List;
import java.util.Objects;

/** Tells what a merge of prices changed, in the unit of work of the merge. */
final class PriceNews {

    private final PriceHistory prices;
    private final EventOutbox outbox;

    PriceNews(PriceHistory prices, EventOutbox outbox) {
        this.prices = prices;
        this.outbox = Objects.requireNonNull(outbox, "outbox");
    }

    void tell(PriceBatch.Counts counts) {
        List<PricesChanged.Change> changes = counts.changed().entrySet().stream()
                .map(change -> new PricesChanged.Change(change.getKey().value(), change.getValue()))
                .toList();
        if (!changes.isEmpty()) {
            PricesChanged.pages(prices.revision(), changes).forEach(outbox::append);
        }
    }
}
