package io.quantumleap.adapters.persistence.portfolio;

import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.shared.InvalidValueException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** The last transaction of a page: the next page has what comes after it in the order newest first. */
record TransactionCursor(LocalDate date, long sequence) {

    static TransactionCursor after(Transaction transaction) {
        return new TransactionCursor(transaction.date(), transaction.sequence());
    }

    static TransactionCursor parse(String text) {
        String[] parts = text.split("~", -1);
        try {
            if (parts.length == 2) {
                return new TransactionCursor(LocalDate.parse(parts[0]), Long.parseLong(parts[1]));
            }
        } catch (DateTimeException | NumberFormatException malformed) {
            // falls through to the one refusal below
        }
        throw new InvalidValueException("The cursor is not one that a page handed out.");
    }

    String text() {
        return date + "~" + sequence;
    }
}
