package io.quantumleap.core.portfolio.port;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Candidate;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.Step;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.shared.RowErrors;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The entries of a file on their way into one ledger, in memory that does not grow with their number. Belongs to one
 * thread and one unit of work. Entries are added, then matched, then played and appended.
 */
public interface EntryBatch extends AutoCloseable {

    /**
     * Adds the next entry of the file.
     *
     * @param line the line it stands on, at least 1, no line twice
     */
    void add(int line, Entry entry);

    /**
     * Tells the new entries from those that are in the ledger already, and keeps the new ones only. Called once, while
     * the portfolio is held.
     *
     * <p>An entry with an external id is known if the ledger has that id, or an earlier entry of the file. An entry
     * without one is known if the ledger has as many transactions of its content as the file has had entries of it so
     * far: two equal rows of one file are two transactions, and the same file twice changes nothing.
     *
     * @param order how the file runs through time
     */
    Matched match(Order order);

    /** How a file runs through time; entries are recorded, and on one day take effect, from the past on. */
    enum Order {
        /** What stands first comes first. */
        FROM_THE_BEGINNING,
        /** What stands last comes first. */
        FROM_THE_END
    }

    /**
     * What is in a file.
     *
     * @param fresh how many entries are new
     * @param namesLots whether any of them, or any transaction of the ledger, names the lots to take
     * @param taken the entries whose external id belongs to another content, each with the code {@code taken}
     */
    record Matched(int fresh, boolean namesLots, RowErrors taken) {}

    /**
     * Shows what counts in the ledger together with the new entries, in the order in which they take effect: by date, on
     * one day what is recorded first, then the new ones in the order in which they will be recorded.
     */
    void play(Consumer<? super Step> reader);

    /** The same, but only what names any of these instruments. */
    void play(Collection<Symbol> symbols, Consumer<? super Step> reader);

    /**
     * Appends the new entries with their {@link io.quantumleap.core.portfolio.Postings}.
     *
     * @param recording makes the transaction of each, in the order in which they are recorded
     */
    void append(Function<? super Candidate, Transaction> recording);

    /** Lets go of what was not appended. */
    @Override
    void close();
}
