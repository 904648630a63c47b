package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.RowErrors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What would become of a transactions file if it were imported now. */
public sealed interface ImportPreview {

    /**
     * It could be imported, and this is what would change in the end.
     *
     * @param rows rows in the file
     * @param fresh how many would be recorded
     * @param duplicates how many are in the ledger already, or twice in the file under one external id
     * @param firstOrNull the first day on which something would be recorded; read it through {@link #first()}
     * @param lastOrNull the last such day; read it through {@link #last()}
     * @param cash each currency whose cash would be another
     * @param holdings each instrument of which another number of units would be held
     */
    record Possible(
            int rows,
            int fresh,
            int duplicates,
            @Nullable LocalDate firstOrNull,
            @Nullable LocalDate lastOrNull,
            List<CashChange> cash,
            List<HoldingChange> holdings)
            implements ImportPreview {

        /** Copies the lists. */
        public Possible {
            cash = List.copyOf(cash);
            holdings = List.copyOf(holdings);
        }

        /** The first day on which something would be recorded. */
        public Optional<LocalDate> first() {
            return Optional.ofNullable(firstOrNull);
        }

        /** The last day on which something would be recorded. */
        public Optional<LocalDate> last() {
            return Optional.ofNullable(lastOrNull);
        }
    }

    /** Nothing of it would be recorded, because of these errors. */
    record Refused(RowErrors errors) implements ImportPreview {}

    /** The cash in one currency. */
    record CashChange(Money before, Money after) {}

    /** The units of one instrument, negative when they are owed. */
    record HoldingChange(Symbol symbol, BigDecimal before, BigDecimal after) {}
}
