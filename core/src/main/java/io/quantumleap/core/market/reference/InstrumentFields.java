package io.quantumleap.core.market.reference;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An instrument as text, before any check. A part that is null says nothing; one that is there and empty takes away what was
 * known. Read the parts through the methods that return an {@link Optional}.
 */
public record InstrumentFields(
        String symbol,
        @Nullable String currencyText,
        @Nullable String nameText,
        @Nullable String kindText,
        @Nullable String isinText,
        @Nullable String figiText,
        @Nullable String exchangeText) {

    /** Refuses a missing symbol. */
    public InstrumentFields {
        Objects.requireNonNull(symbol, "symbol");
    }

    /** The currency, if anything is said of it. */
    public Optional<String> currency() {
        return Optional.ofNullable(currencyText);
    }

    /** The name, if anything is said of it. */
    public Optional<String> name() {
        return Optional.ofNullable(nameText);
    }

    /** The kind, if anything is said of it. */
    public Optional<String> kind() {
        return Optional.ofNullable(kindText);
    }

    /** The ISIN, if anything is said of it. */
    public Optional<String> isin() {
        return Optional.ofNullable(isinText);
    }

    /** The FIGI, if anything is said of it. */
    public Optional<String> figi() {
        return Optional.ofNullable(figiText);
    }

    /** The exchange, if anything is said of it. */
    public Optional<String> exchange() {
        return Optional.ofNullable(exchangeText);
    }
}
