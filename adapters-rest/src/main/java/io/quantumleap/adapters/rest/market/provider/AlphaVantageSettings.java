package io.quantumleap.adapters.rest.market.provider;

import io.quantumleap.core.market.Symbol;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * Where and how the provider is asked.
 *
 * @param baseUrl the address in front of {@code /query}
 * @param apiKey a secret; never part of a message or a log
 * @param symbols what the provider calls an instrument, where that is not its symbol here
 * @param patience how long one request may take, answer included
 * @param remembered how long an answer is given again without asking
 */
public record AlphaVantageSettings(
        URI baseUrl, String apiKey, Map<Symbol, String> symbols, Duration patience, Duration remembered) {

    /** Copies the map. */
    public AlphaVantageSettings {
        Objects.requireNonNull(baseUrl, "baseUrl");
        Objects.requireNonNull(apiKey, "apiKey");
        symbols = Map.copyOf(symbols);
        Objects.requireNonNull(patience, "patience");
        Objects.requireNonNull(remembered, "remembered");
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "AlphaVantageSettings[" + baseUrl + "]";
    }
}
