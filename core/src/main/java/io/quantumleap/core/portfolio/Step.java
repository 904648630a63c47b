package io.quantumleap.core.portfolio;

import java.util.Objects;

/**
 * An entry on its way into a book, where some entries are recorded already and others are about to be.
 *
 * @param entry what it says
 * @param line the line of the file that a new one came from, no line twice; 0 for one that is recorded
 */
public record Step(Entry entry, int line) {

    /** Refuses a missing entry. */
    public Step {
        Objects.requireNonNull(entry, "entry");
    }

    /** One that is in the ledger. */
    public static Step recorded(Transaction transaction) {
        return new Step(transaction.entry(), 0);
    }

    /** Whether it is about to be recorded. */
    public boolean isNew() {
        return line > 0;
    }
}
