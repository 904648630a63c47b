package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in a ledger. It is never changed and never deleted; a wrong one is undone by a reversal, which is
 * a transaction itself and takes the effect of the one it names away, as of that one's date.
 *
 * @param id its identity
 * @param sequence its place in the order of recording within the portfolio, from 1
 * @param entry what happened; a reversal repeats the entry that it undoes
 * @param occurrence which of several transactions with equal content and no external id this is, from 1
 * @param reversal what it undoes and why, or null when it is no reversal; read it through {@link #reversalOf()} and
 *     {@link #reason()}
 * @param undoneBy the reversal that undid it, or null; read it through {@link #reversedBy()}
 * @param recordedAt when it was recorded
 */
public record Transaction(
        TransactionId id,
        long sequence,
        Entry entry,
        int occurrence,
        @Nullable Reversal reversal,
        @Nullable TransactionId undoneBy,
        Instant recordedAt) {

    /** The order in which transactions take effect: by date, and on one day as they were recorded. */
    public static final Comparator<Transaction> IN_EFFECT_ORDER =
            Comparator.comparing(Transaction::date).thenComparingLong(Transaction::sequence);

    /** Refuses missing parts. */
    public Transaction {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }

    /** What a reversal undoes and why. */
    public record Reversal(TransactionId of, Reason reason) {}

    /** The day on which it takes effect. */
    public LocalDate date() {
        return entry.date();
    }

    /** What kind it is; for a reversal the kind of what it undoes. */
    public TransactionType type() {
        return entry.type();
    }

    /** The instrument, where there is one. */
    public Optional<Symbol> symbol() {
        return entry.symbol();
    }

    /** The transaction that this one undoes, if it is a reversal. */
    public Optional<TransactionId> reversalOf() {
        return Optional.ofNullable(reversal).map(Reversal::of);
    }

    /** Why it undoes another, if it is a reversal. */
    public Optional<Reason> reason() {
        return Optional.ofNullable(reversal).map(Reversal::reason);
    }

    /** The reversal that undid it. */
    public Optional<TransactionId> reversedBy() {
        return Optional.ofNullable(undoneBy);
    }

    /** Whether it counts: it is neither a reversal nor reversed. */
    public boolean isEffective() {
        return reversal == null && undoneBy == null;
    }
}
