package io.quantumleap.core.valuation;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.BookState;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * All that a walk through a ledger knows at the end of a day: from here it goes on exactly as if it had come from the beginning.
 *
 * @param day the day
 * @param first the day of the first entry
 * @param last the day of the last entry until then
 * @param entryCount how many entries counted until then
 * @param book the book
 * @param totals what the ledger brought and took
 * @param everHeld the instruments of which something was ever held
 * @param currencies the currencies of the entries
 * @param splits the splits so far, in date order
 */
public record Checkpoint(
        LocalDate day,
        LocalDate first,
        LocalDate last,
        int entryCount,
        BookState book,
        LedgerTotals totals,
        Set<Symbol> everHeld,
        Set<Currency> currencies,
        List<SplitMark> splits) {

    /** Copies the collections. */
    public Checkpoint {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(book, "book");
        Objects.requireNonNull(totals, "totals");
        everHeld = Set.copyOf(everHeld);
        currencies = Set.copyOf(currencies);
        splits = List.copyOf(splits);
    }
}
