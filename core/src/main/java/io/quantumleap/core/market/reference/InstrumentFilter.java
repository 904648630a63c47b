package io.quantumleap.core.market.reference;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which instruments are wanted: those that match everything that is not null. Read the parts through the methods that return
 * an {@link Optional}.
 *
 * @param part of the symbol or the name, in any case
 */
public record InstrumentFilter(
        @Nullable Isin security,
        @Nullable Figi listing,
        @Nullable InstrumentKind only,
        @Nullable String part) {

    /** All of them. */
    public static final InstrumentFilter ALL = new InstrumentFilter(null, null, null, null);

    /** The ISIN that they must have. */
    public Optional<Isin> isin() {
        return Optional.ofNullable(security);
    }

    /** The FIGI that it must have. */
    public Optional<Figi> figi() {
        return Optional.ofNullable(listing);
    }

    /** The kind that they must be of. */
    public Optional<InstrumentKind> kind() {
        return Optional.ofNullable(only);
    }

    /** What the symbol or the name must contain. */
    public Optional<String> text() {
        return Optional.ofNullable(part);
    }
}
