package io.quantumleap.core.portfolio.port;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Balance;
import io.quantumleap.core.portfolio.ContentKey;
import io.quantumleap.core.portfolio.ExternalId;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.Posting;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionId;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The append-only ledgers of all portfolios. Whoever asks has made sure before that the caller owns the portfolio. Safe
 * for use by many threads; appending is done while the portfolio is held.
 */
public interface Transactions {

    /**
     * Appends transactions, whose sequences follow the last one of the portfolio, with their {@link
     * io.quantumleap.core.portfolio.Postings}.
     *
     * @param balances those that they change, as they are then
     */
    void append(PortfolioId portfolio, List<Transaction> transactions, List<Balance> balances);

    /** Begins to take in the entries of a file, as the first thing in a unit of work: it may have to wait for its turn. */
    EntryBatch open(PortfolioId portfolio);

    /** Puts these in the place of the balances of the same currencies and instruments, as they are after an append. */
    void putBalances(PortfolioId portfolio, List<Balance> balances);

    /** Writes the postings of transactions that were recorded without. */
    void post(PortfolioId portfolio, List<Transaction> transactions);

    /** The sequence of the last transaction that has its postings and is part of the balances, or 0. */
    long bookedUntil(PortfolioId portfolio);

    /** The postings of transactions, in their order; those that have none, or that the portfolio has not, are missing. */
    Map<TransactionId, List<Posting>> postings(PortfolioId portfolio, Collection<TransactionId> ids);

    /** All balances, zeros included. */
    List<Balance> balances(PortfolioId portfolio);

    /** Puts these in the place of all balances of a portfolio; they are those after its last transaction. */
    void replaceBalances(PortfolioId portfolio, List<Balance> balances);

    /** Everything that was recorded after a place in the order of recording, in that order. */
    List<Transaction> recorded(PortfolioId portfolio, long afterSequence, int limit);

    /** The portfolios of all owners, for maintenance, in the order of their ids, from the one after the given one on. */
    List<PortfolioId> portfolios(@Nullable PortfolioId after, int limit);

    /** Keeps a ledger as it is until the end of the unit of work. Returns whether there is such a portfolio. */
    boolean keepStill(PortfolioId portfolio);

    /** The sequence of the last recorded transaction, or 0. */
    long lastSequence(PortfolioId portfolio);

    /** All transactions that count, in the order in which they take effect. */
    List<Transaction> effective(PortfolioId portfolio);

    /**
     * Shows all transactions that count one after the other, in the order in which they take effect, as they are at one
     * moment. Memory does not grow with their number.
     */
    void play(PortfolioId portfolio, Consumer<? super Transaction> reader);

    /** The transactions that count and name any of these instruments, in the order in which they take effect. */
    List<Transaction> effective(PortfolioId portfolio, Collection<Symbol> symbols);

    /**
     * These instruments with all those that they came from or turned into, as far as transactions that count say so by
     * spin-offs, mergers and changes of symbol.
     */
    Set<Symbol> related(PortfolioId portfolio, Collection<Symbol> symbols);

    /** The transactions that count and take effect after a day, in the order in which they take effect. */
    List<Transaction> effective(PortfolioId portfolio, LocalDate after);

    /**
     * The first day on which the ledger has changed since a transaction was recorded; empty if it has not. What was computed from the
     * ledger at that sequence holds until the day before.
     */
    Optional<LocalDate> firstChange(PortfolioId portfolio, long afterSequence);

    /** One page of everything that was recorded, newest date first, and on one day the last recorded first. */
    CursorPage<Transaction> page(PortfolioId portfolio, PageRequest request);

    /** One transaction, if the portfolio has it. */
    Optional<Transaction> find(PortfolioId portfolio, TransactionId id);

    /** Those of the external ids that are taken, with the transaction that has each; reversals have none. */
    Map<ExternalId, Transaction> withExternalIds(PortfolioId portfolio, Collection<ExternalId> ids);

    /** How many transactions without an external id have each content; reversed ones count, reversals do not. */
    Map<ContentKey, Integer> occurrences(PortfolioId portfolio, Collection<ContentKey> contents);
}
