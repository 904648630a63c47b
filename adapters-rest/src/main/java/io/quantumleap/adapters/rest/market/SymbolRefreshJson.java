package io.quantumleap.adapters.rest.market;

import io.quantumleap.core.market.provider.SymbolRefresh;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of one symbol, as JSON.
 *
 * @param lastDate the latest day that has a price now; null if that was not looked at
 * @param retryAfter seconds, if the provider named any
 */
public record SymbolRefreshJson(
        String symbol,
        String status,
        int added,
        int corrected,
        @Nullable String lastDate,
        String message,
        @Nullable Long retryAfter) {

    static SymbolRefreshJson of(SymbolRefresh outcome) {
        return new SymbolRefreshJson(
                outcome.symbol().value(),
                outcome.status().code(),
                outcome.added(),
                outcome.corrected(),
                outcome.lastDate().map(LocalDate::toString).orElse(null),
                outcome.message(),
                outcome.retryAfter().map(Duration::toSeconds).orElse(null));
    }
}
