package io.quantumleap.core.valuation;

import io.quantumleap.core.market.Symbol;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stored values were computed from. They hold until the day before the first one that a later transaction or a later price of one
 * of the symbols touches.
 *
 * @param generation grows with every change of the stored values
 * @param sequence the last transaction of the ledger that is in them for sure
 * @param priceRevision the revision of all prices that is in them for sure
 * @param basis the rules they were computed under; under other rules they hold for no day
 * @param everHeld the instruments of which something was ever held
 * @param pricedBy the symbols whose prices are in them: the instruments, and the exchange rates
 * @param lastCloseOrNull the last day with a close of any of the instruments, or null; read it through {@link #lastClose()}
 */
public record ValuationStamp(
        long generation,
        long sequence,
        long priceRevision,
        String basis,
        Set<Symbol> everHeld,
        Set<Symbol> pricedBy,
        @Nullable LocalDate lastCloseOrNull) {

    /** Copies the sets. */
    public ValuationStamp {
        Objects.requireNonNull(basis, "basis");
        everHeld = Set.copyOf(everHeld);
        pricedBy = Set.copyOf(pricedBy);
    }

    /** The last day with a close of any of the instruments. */
    public Optional<LocalDate> lastClose() {
        return Optional.ofNullable(lastCloseOrNull);
    }
}
