package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.EntryReader.Reading;
import io.quantumleap.core.portfolio.port.EntryBatch;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.RowErrors;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file into a batch. Not safe for use by many threads. */
final class FileReading {

    private final EntryReader reader;
    private final EntryBatch batch;
    private final RowErrors.Collector errors;
    private final Set<Symbol> movedSymbols = new TreeSet<>();
    private int count;
    private @Nullable LocalDate before;
    private boolean anyStepUp;
    private boolean anyStepDown;

    /** @param errors takes what is wrong with rows; from the first error on nothing is added to the batch any more */
    FileReading(EntryReader reader, EntryBatch batch, RowErrors.Collector errors) {
        this.reader = reader;
        this.batch = batch;
        this.errors = errors;
    }

    /** Reads them to their end, or as far as a file may go. */
    void readAll(Iterator<? extends TransactionRow> rows) {
        while (rows.hasNext()) {
            TransactionRow row = rows.next();
            if (count == LedgerExtent.MOST_TRANSACTIONS) {
                errors.add(new RowError(
                        row.line(),
                        "",
                        "too-many-rows",
                        "A file has at most " + LedgerExtent.MOST_TRANSACTIONS
                                + " transactions, as many as a portfolio; divide it."));
                return;
            }
            count++;
            if (row instanceof TransactionRow.Cells cells) {
                Reading reading = reader.read(cells.fields());
                if (reading instanceof Reading.Entered entered) {
                    take(row.line(), entered.entry());
                } else if (reading instanceof Reading.Refused refused) {
                    refused.errors().forEach(error -> errors.add(RowError.at(row.line(), error)));
                }
            } else if (row instanceof TransactionRow.Unreadable unreadable) {
                errors.add(unreadable.error());
            }
        }
    }

    private void take(int line, Entry entry) {
        if (before != null) {
            anyStepUp |= entry.date().isAfter(before);
            anyStepDown |= entry.date().isBefore(before);
        }
        before = entry.date();
        if (HoldingCheck.movesSecurities(entry)) {
            HoldingCheck.symbols(entry).forEach(movedSymbols::add);
        }
        if (errors.isEmpty()) {
            batch.add(line, entry);
        }
    }

    /** How many rows there were. */
    int count() {
        return count;
    }

    /** The instruments that entries move. */
    Set<Symbol> movedSymbols() {
        return movedSymbols;
    }

    /** A file whose dates descend is taken from its end. */
    EntryBatch.Order order() {
        return anyStepDown && !anyStepUp ? EntryBatch.Order.FROM_THE_END : EntryBatch.Order.FROM_THE_BEGINNING;
    }
}
