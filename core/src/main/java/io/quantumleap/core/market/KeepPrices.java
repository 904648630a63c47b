package io.quantumleap.core.market;

import io.quantumleap.core.event.port.EventOutbox;
import io.quantumleap.core.market.port.PriceBatch;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.shared.UnitOfWork;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/** Keeps the prices of one instrument that a provider gave, all of them or none. Safe for use by many threads. */
public final class KeepPrices {

    private final PriceHistory prices;
    private final UnitOfWork work;
    private final PriceNews news;

    /** Works on these ports. */
    public KeepPrices(PriceHistory prices, UnitOfWork work, EventOutbox outbox) {
        this.prices = Objects.requireNonNull(prices, "prices");
        this.work = Objects.requireNonNull(work, "work");
        this.news = new PriceNews(prices, outbox);
    }

    /**
     * Keeps them where their origin {@linkplain PriceOrigin#mayCorrect may}.
     *
     * @param currency the currency of the instrument
     * @param bars no day twice
     */
    public PriceBatch.Counts keep(PriceOrigin origin, Symbol symbol, Currency currency, List<PriceBar> bars) {
        return work.run(() -> {
            try (PriceBatch batch = prices.open(origin)) {
                bars.forEach(bar -> batch.add(0, symbol, currency, bar));
                PriceBatch.Counts counts = batch.merge();
                news.tell(counts);
                return counts;
            }
        });
    }
}
