package io.quantumleap.app.config;

import io.quantumleap.core.market.Symbol;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Market data.
 *
 * @param staleAfter over how many trading days a price may be carried forward before it is marked
 * @param provider the live provider; none if empty
 * @param refreshEvery how often prices are refreshed by themselves; never if zero
 * @param refreshed whose prices those are
 */
public record MarketSettings(
        int staleAfter, Optional<Provider> provider, Duration refreshEvery, List<Symbol> refreshed) {

    /** Copies the list. */
    public MarketSettings {
        refreshed = List.copyOf(refreshed);
    }

    /**
     * A provider that speaks Alpha Vantage's protocol.
     *
     * @param baseUrl its address
     * @param apiKey what it knows us by
     * @param symbols what it calls instruments, where that is not their symbol here
     * @param remembered how long an answer is given again without asking
     */
    public record Provider(String baseUrl, Secret apiKey, Map<Symbol, String> symbols, Duration remembered) {

        /** Copies the map. */
        public Provider {
            symbols = Map.copyOf(symbols);
        }
    }
}
