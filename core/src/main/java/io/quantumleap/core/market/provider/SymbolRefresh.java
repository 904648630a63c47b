package io.quantumleap.core.market.provider;

import io.quantumleap.core.market.Symbol;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one symbol that was to be refreshed.
 *
 * @param added days that had no price before
 * @param corrected days whose price is another now
 * @param last the latest day that has a price now, or null; read it through {@link #lastDate()}
 * @param message one sentence for people
 * @param pause after which to ask again, or null; read it through {@link #retryAfter()}
 */
public record SymbolRefresh(
        Symbol symbol,
        Status status,
        int added,
        int corrected,
        @Nullable LocalDate last,
        String message,
        @Nullable Duration pause) {

    /** Refuses missing parts. */
    public SymbolRefresh {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(message, "message");
    }

    /** How it ended. */
    public enum Status {
        /** Something is new. */
        UPDATED,
        /** The provider says what was known already. */
        UNCHANGED,
        /** The provider does not know the symbol. */
        UNKNOWN_TO_PROVIDER,
        /** There is no such instrument here, so that its currency is not known. */
        UNKNOWN_INSTRUMENT,
        /** The provider gave no answer of use; what was known stays. */
        UNAVAILABLE,
        /** There was no time left to ask. */
        NOT_TRIED;

        /** The name in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** When to ask again, if the provider said so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(pause);
    }

    /** The latest day that has a price now. */
    public Optional<LocalDate> lastDate() {
        return Optional.ofNullable(last);
    }
}
