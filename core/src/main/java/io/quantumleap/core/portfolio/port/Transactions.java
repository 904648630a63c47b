package io.quantumleap.core.portfolio.port;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.ContentKey;
import io.quantumleap.core.portfolio.ExternalId;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionId;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The append-only ledgers of all portfolios. Whoever asks has made sure before that the caller owns the portfolio. Safe
 * for use by many threads; appending is done while the portfolio is held.
 */
public interface Transactions {

    /** Appends transactions, whose sequences follow the last one of the portfolio. */
    void append(PortfolioId portfolio, List<Transaction> transactions);

    /** The sequence of the last recorded transaction, or 0. */
    long lastSequence(PortfolioId portfolio);

    /** All transactions that count, in the order in which they take effect. */
    List<Transaction> effective(PortfolioId portfolio);

    /** The transactions that count and name any of these instruments, in the order in which they take effect. */
    List<Transaction> effective(PortfolioId portfolio, Collection<Symbol> symbols);

    /**
     * These instruments with all those that they came from or turned into, as far as transactions that count say so by
     * spin-offs, mergers and changes of symbol.
     */
    Set<Symbol> related(PortfolioId portfolio, Collection<Symbol> symbols);

    /** One page of everything that was recorded, newest date first, and on one day the last recorded first. */
    CursorPage<Transaction> page(PortfolioId portfolio, PageRequest request);

    /** One transaction, if the portfolio has it. */
    Optional<Transaction> find(PortfolioId portfolio, TransactionId id);

    /** Those of the external ids that are taken, with the transaction that has each; reversals have none. */
    Map<ExternalId, Transaction> withExternalIds(PortfolioId portfolio, Collection<ExternalId> ids);

    /** How many transactions without an external id have each content; reversed ones count, reversals do not. */
    Map<ContentKey, Integer> occurrences(PortfolioId portfolio, Collection<ContentKey> contents);
}
