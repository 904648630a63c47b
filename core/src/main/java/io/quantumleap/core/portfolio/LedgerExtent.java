package io.quantumleap.core.portfolio;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much a ledger holds and over which days.
 *
 * @param transactionCount how many transactions were recorded, reversals included
 * @param first the earliest day, or null when there is none; read it through {@link #firstDate()}
 * @param last the latest day, or null when there is none; read it through {@link #lastDate()}
 */
public record LedgerExtent(
        int transactionCount,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {

    /**
     * The most transactions that a portfolio may have; reversals may go beyond. Whoever values a ledger for the first time
     * plays all of it, so its length is bounded by what a server of the usual size can hold.
     */
    public static final int MOST_TRANSACTIONS = 250_000;

    /** A ledger without a transaction. */
    public static final LedgerExtent EMPTY = new LedgerExtent(0, null, null);

    /** The earliest day of a transaction; empty when there is none. */
    public Optional<LocalDate> firstDate() {
        return Optional.ofNullable(first);
    }

    /** The latest day of a transaction; empty when there is none. */
    public Optional<LocalDate> lastDate() {
        return Optional.ofNullable(last);
    }

    /** Whether so many more fit. */
    boolean hasRoomFor(int more) {
        return transactionCount + (long) more <= MOST_TRANSACTIONS;
    }

    /** Why no more fit, for people. */
    static String full() {
        return "A portfolio has at most " + MOST_TRANSACTIONS + " transactions; open another one for what is to come.";
    }

    /** The extent with one more transaction on a day. */
    LedgerExtent with(LocalDate date) {
        return new LedgerExtent(
                transactionCount + 1,
                first == null || date.isBefore(first) ? date : first,
                last == null || date.isAfter(last) ? date : last);
    }
}
