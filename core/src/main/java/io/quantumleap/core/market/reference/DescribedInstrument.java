package io.quantumleap.core.market.reference;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An instrument, and from when to when it has prices.
 *
 * @param first the day of its first price, or null; read it through {@link #firstDate()}
 * @param last the day of its latest price, or null; read it through {@link #lastDate()}
 * @param priceCount how many days have a price
 */
public record DescribedInstrument(
        ReferenceData reference,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        int priceCount) {

    /** Refuses a missing part. */
    public DescribedInstrument {
        Objects.requireNonNull(reference, "reference");
    }

    /** The day of its first price. */
    public Optional<LocalDate> firstDate() {
        return Optional.ofNullable(first);
    }

    /** The day of its latest price. */
    public Optional<LocalDate> lastDate() {
        return Optional.ofNullable(last);
    }
}
