package io.quantumleap.core.portfolio;

/** What became of a transaction that was to be reversed. */
public sealed interface Undoing {

    /** It is undone; this is the reversal that was recorded. */
    record Done(Transaction reversal) implements Undoing {}

    /**
     * It stands as it was.
     *
     * @param message one sentence for people
     */
    record Refused(String message) implements Undoing {}
}
