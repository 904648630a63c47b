package io.quantumleap.core.market;

import io.quantumleap.core.event.port.EventOutbox;
import io.quantumleap.core.market.port.PriceBatch;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.UnitOfWork;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
     * Keeps them where their origin {@linkplain PriceOrigin#mayCorrect may}, in the currency that the instrument has at that moment:
     * the provider does not say it, and asking the provider takes long enough for somebody to change it.
     *
     * @param symbol an instrument, or an exchange rate, whose currency its symbol says
     * @param bars no day twice
     * @throws MissingObjectException if the instrument is not known
     */
    public PriceBatch.Counts keep(PriceOrigin origin, Symbol symbol, List<PriceBar> bars) {
        return work.run(() -> {
            try (PriceBatch batch = prices.open(origin)) {
                Currency currency = currency(symbol)
                        .orElseThrow(() -> new MissingObjectException("There is no instrument " + symbol + "."));
                bars.forEach(bar -> batch.add(0, symbol, currency, bar));
                PriceBatch.Counts counts = batch.merge();
                news.tell(counts);
                return counts;
            }
        });
    }

    /** The currency that prices of a symbol are in, as far as it is known. */
    public Optional<Currency> currency(Symbol symbol) {
        return prices.currency(symbol).or(symbol::quotedIn);
    }
}
