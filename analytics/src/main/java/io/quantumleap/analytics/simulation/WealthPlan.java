package io.quantumleap.analytics.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is simulated: how much, for how long, how often.
 *
 * @param initialWealth at the start, positive
 * @param contribution added at the end of each period; a withdrawal when negative, which ends at zero wealth, for good
 * @param checkpoints the numbers of periods after which wealth is recorded, rising; the last is the horizon
 * @param paths how many are drawn
 * @param resampling how each is drawn
 */
public record WealthPlan(
        double initialWealth, double contribution, List<Integer> checkpoints, int paths, Resampling resampling) {

    /**
     * Refuses a plan that records nothing or starts with nothing.
     *
     * @throws IllegalArgumentException if wealth is not positive, an amount is not finite, checkpoints are not positive and
     *     rising, or there is no path
     */
    public WealthPlan {
        checkpoints = List.copyOf(checkpoints);
        if (!(initialWealth > 0 && Double.isFinite(initialWealth) && Double.isFinite(contribution))) {
            throw new IllegalArgumentException("Initial wealth is positive, and both amounts are finite.");
        }
        if (checkpoints.isEmpty() || paths < 1) {
            throw new IllegalArgumentException("There is at least one checkpoint and one path.");
        }
        for (int i = 0; i < checkpoints.size(); i++) {
            if (checkpoints.get(i) <= (i == 0 ? 0 : checkpoints.get(i - 1))) {
                throw new IllegalArgumentException("Checkpoints are positive and rising.");
            }
        }
    }

    /** A plan without contributions that records wealth at the end of every year. */
    public static WealthPlan yearly(
            double initialWealth, int periodsPerYear, int years, int paths, Resampling resampling) {
        List<Integer> ends = IntStream.rangeClosed(1, years)
                .mapToObj(year -> year * periodsPerYear)
                .toList();
        return new WealthPlan(initialWealth, 0, ends, paths, resampling);
    }

    int[] checkpointArray() {
        return Arrays.stream(checkpoints.toArray(Integer[]::new))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
