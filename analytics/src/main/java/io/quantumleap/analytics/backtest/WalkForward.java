package io.quantumleap.analytics.backtest;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits bars into windows to fit on and windows right behind them to test on; test windows follow each other without
 * overlap, so that together they are one out-of-sample record. Source: R. Pardo, The Evaluation and Optimization of Trading
 * Strategies, 2nd ed. 2008.
 *
 * @param train bars to fit on (at least so many when anchored), positive
 * @param test bars to test on, positive; the last window may have fewer
 * @param gap bars between both that are used for neither, so that what overlaps in time does not leak; not negative
 * @param anchor where training windows start
 */
public record WalkForward(int train, int test, int gap, Anchor anchor) {

    /** Where training windows start. */
    public enum Anchor {
        /** They move along and keep their length. */
        ROLLING,
        /** They all start at the first bar and grow. */
        ANCHORED
    }

    /**
     * Refuses windows without bars.
     *
     * @throws IllegalArgumentException if a length is not positive or the gap is negative
     */
    public WalkForward {
        if (train < 1 || test < 1 || gap < 0) {
            throw new IllegalArgumentException("Windows have at least one bar, and a gap is not negative.");
        }
    }

    /**
     * A pair of windows; each runs from its first bar to the bar before {@code ...To}.
     *
     * @param trainFrom first bar to fit on
     * @param trainTo the bar after the last one to fit on
     * @param testFrom first bar to test on
     * @param testTo the bar after the last one to test on
     */
    public record Split(int trainFrom, int trainTo, int testFrom, int testTo) {}

    /** All splits of so many bars, none if they are too few. */
    public List<Split> splits(int bars) {
        List<Split> splits = new ArrayList<>();
        for (int trainTo = train; trainTo + gap < bars; trainTo += test) {
            int trainFrom = anchor == Anchor.ANCHORED ? 0 : trainTo - train;
            int testFrom = trainTo + gap;
            splits.add(new Split(trainFrom, trainTo, testFrom, Math.min(testFrom + test, bars)));
        }
        return List.copyOf(splits);
    }
}
