package io.quantumleap.core.valuation.port;

import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.valuation.Checkpoint;
import io.quantumleap.core.valuation.ValuationStamp;
import io.quantumleap.core.valuation.ValuedDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the daily values of portfolios, with the state of their books on some of the days. What is kept is a copy of what ledger and
 * prices say: it may be lost or late, and its stamp tells how much of it still holds. It goes with its portfolio. Safe for use by many
 * threads.
 */
public interface StoredValuations {

    /** What the values of a portfolio were computed from; empty if none are kept. */
    Optional<ValuationStamp> stamp(PortfolioId portfolio);

    /**
     * Whether nobody else is at the values of a portfolio. If so, they are this unit of work's until it ends: another one that asks
     * meanwhile hears at once that they are taken, and does not wait.
     */
    boolean claim(PortfolioId portfolio);

    /** As {@link #stamp}, held for this unit of work: another one that wants to hold it waits until this one has ended. */
    Optional<ValuationStamp> hold(PortfolioId portfolio);

    /** The latest state of the book from before a day. */
    Optional<Checkpoint> checkpointBefore(PortfolioId portfolio, LocalDate day);

    /**
     * The values in a range of days, in date order, if they still are those of a generation.
     *
     * @param from first day, inclusive; null for the first
     * @param to last day, inclusive; null for the last
     * @return empty if others have taken their place
     */
    Optional<List<ValuedDay>> days(
            PortfolioId portfolio, long generation, @Nullable LocalDate from, @Nullable LocalDate to);

    /** Days of the values up to a day, as {@link LocalDate#toEpochDay()}, ascending. */
    long[] epochDays(PortfolioId portfolio, LocalDate to);

    /** The days of whose end the state of the book is kept, ascending. */
    List<LocalDate> checkpointDays(PortfolioId portfolio);

    /**
     * Puts values in the place of those after a day.
     *
     * @param stamp what they were computed from
     * @param after the last day that stays as it is; null if none does
     * @param days all days after it, in date order
     * @param checkpoints states of the book on some of these days
     */
    void replace(
            PortfolioId portfolio,
            ValuationStamp stamp,
            @Nullable LocalDate after,
            List<ValuedDay> days,
            Collection<Checkpoint> checkpoints);

    /** Lets go of the states of the book on these days. */
    void forgetCheckpoints(PortfolioId portfolio, Collection<LocalDate> days);
}
