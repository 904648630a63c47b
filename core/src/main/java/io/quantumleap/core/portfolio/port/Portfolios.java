package io.quantumleap.core.portfolio.port;

import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import java.util.Optional;

/** Keeps portfolios. Every question names the owner, so that nobody can ask past it. Safe for use by many threads. */
public interface Portfolios {

    /**
     * Adds a portfolio.
     *
     * @throws io.quantumleap.core.shared.ConflictException if it is a sample and its owner has one already
     */
    void add(Portfolio portfolio);

    /** The portfolio, if the owner has it. */
    Optional<Portfolio> find(UserId owner, PortfolioId id);

    /**
     * The portfolio, if the owner has it, held for this unit of work: another one that wants to hold it waits until this
     * one has ended.
     */
    Optional<Portfolio> hold(UserId owner, PortfolioId id);

    /** The owner's portfolios, newest first. */
    CursorPage<Portfolio> page(UserId owner, PageRequest request);

    /** The owner's synthetic sample, if there is one. */
    Optional<Portfolio> sample(UserId owner);

    /**
     * Stores the next version of a portfolio.
     *
     * @throws io.quantumleap.core.shared.ConflictException if the stored version is not the one before it
     */
    void update(Portfolio next);

    /**
     * As {@link #update}, for another name or policy.
     *
     * @param before the version before it
     */
    default void change(Portfolio before, Portfolio next) {
        update(next);
    }

    /** Removes a portfolio with all its transactions, if the owner has it. Returns whether there was one. */
    boolean remove(UserId owner, PortfolioId id);
}
