package io.quantumleap.core.market.provider;

import io.quantumleap.core.market.Instrument;
import io.quantumleap.core.market.KeepPrices;
import io.quantumleap.core.market.PriceBar;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.port.PriceBatch;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.market.provider.SymbolRefresh.Status;
import io.quantumleap.core.market.provider.port.MarketDataProvider;
import io.quantumleap.core.shared.FieldReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/**
 * Asks a provider for the prices since the last known ones and keeps them, one instrument after the other, each in a unit of
 * work of its own: what one symbol brings stays when another brings nothing. The provider is asked outside any unit of work.
 * Only finished days are kept, which are those before today in UTC. Safe for use by many threads.
 */
public final class RefreshPrices {

    /** Providers correct their latest days; so many are asked for again. */
    private static final int DAYS_ASKED_AGAIN = 7;

    private final MarketDataProvider provider;
    private final PriceHistory prices;
    private final KeepPrices keep;
    private final Clock clock;

    /** Works through these. */
    public RefreshPrices(MarketDataProvider provider, PriceHistory prices, KeepPrices keep, Clock clock) {
        this.provider = Objects.requireNonNull(provider, "provider");
        this.prices = Objects.requireNonNull(prices, "prices");
        this.keep = Objects.requireNonNull(keep, "keep");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Whether there is a provider to ask. */
    public boolean hasProvider() {
        return provider.isConfigured();
    }

    /** The name of the provider. */
    public String provider() {
        return provider.origin().name();
    }

    /**
     * Refreshes some instruments, in the order given; a symbol that stands twice is asked for once.
     *
     * @param patience after which no further symbol is begun
     */
    public List<SymbolRefresh> refresh(Collection<Symbol> symbols, Duration patience) {
        Instant end = clock.instant().plus(patience);
        List<SymbolRefresh> outcomes = new ArrayList<>();
        for (Symbol symbol : new LinkedHashSet<>(symbols)) {
            outcomes.add(
                    clock.instant().isAfter(end)
                            ? outcome(symbol, Status.NOT_TRIED, "There was no time left; ask again for the rest.")
                            : refresh(symbol));
        }
        return outcomes;
    }

    private SymbolRefresh refresh(Symbol symbol) {
        if (keep.currency(symbol).isEmpty()) {
            return outcome(
                    symbol,
                    Status.UNKNOWN_INSTRUMENT,
                    "There is no instrument " + symbol + "; add it first, so that its currency is known.");
        }
        LocalDate from = prices.instrument(symbol)
                .map(Instrument::lastDate)
                .map(last -> last.minusDays(DAYS_ASKED_AGAIN))
                .orElse(FieldReader.EARLIEST);
        ProviderAnswer answer = provider.daily(symbol, from);
        if (answer instanceof ProviderAnswer.Unavailable unavailable) {
            return new SymbolRefresh(symbol, Status.UNAVAILABLE, 0, 0, null, unavailable.reason(), unavailable.pause());
        }
        if (answer instanceof ProviderAnswer.Bars bars) {
            return kept(symbol, from, bars.bars());
        }
        return outcome(symbol, Status.UNKNOWN_TO_PROVIDER, "The provider does not know " + symbol + ".");
    }

    private SymbolRefresh kept(Symbol symbol, LocalDate from, List<PriceBar> bars) {
        LocalDate today = LocalDate.now(clock);
        List<PriceBar> wanted = bars.stream()
                .filter(bar -> !bar.date().isBefore(from) && bar.date().isBefore(today))
                .toList();
        if (wanted.isEmpty()) {
            return outcome(symbol, Status.UNCHANGED, "The provider has no finished day since " + from + ".");
        }
        PriceBatch.Counts changes = keep.keep(provider.origin(), symbol, wanted);
        LocalDate last = prices.instrument(symbol).map(Instrument::lastDate).orElse(null);
        return new SymbolRefresh(
                symbol,
                changes.isEmpty() ? Status.UNCHANGED : Status.UPDATED,
                changes.added(),
                changes.corrected(),
                last,
                changes.added() + " days added, " + changes.corrected() + " corrected.",
                null);
    }

    private static SymbolRefresh outcome(Symbol symbol, Status status, String message) {
        return new SymbolRefresh(symbol, status, 0, 0, null, message, null);
    }
}
