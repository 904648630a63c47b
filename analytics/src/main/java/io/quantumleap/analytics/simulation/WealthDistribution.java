package io.quantumleap.analytics.simulation;

import io.quantumleap.analytics.measure.CompensatedSum;
import java.util.Arrays;

/** Wealth at one point in time over all simulated paths. Immutable. */
public final class WealthDistribution {

    private final int period;
    private final double[] sorted;

    WealthDistribution(int period, double[] wealth) {
        this.period = period;
        this.sorted = wealth;
        Arrays.sort(sorted);
    }

    /** The number of periods from the start. */
    public int period() {
        return period;
    }

    /** The number of paths. */
    public int paths() {
        return sorted.length;
    }

    /**
     * The wealth below which lies the part p of the paths, interpolated linearly (Hyndman and Fan's type 7, the default of
     * numpy and R).
     *
     * @throws IllegalArgumentException if p is not between 0 and 1
     */
    public double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A probability lies between 0 and 1.");
        }
        double position = p * (sorted.length - 1);
        int below = (int) position;
        double fraction = position - below;
        return fraction == 0 ? sorted[below] : sorted[below] + fraction * (sorted[below + 1] - sorted[below]);
    }

    /** The mean over all paths. */
    public double mean() {
        return CompensatedSum.of(sorted) / sorted.length;
    }

    /** The part of the paths that end with at least this much. */
    public double probabilityOfAtLeast(double wealth) {
        return 1 - probabilityBelow(wealth);
    }

    /** The part of the paths that end with less than this. */
    public double probabilityBelow(double wealth) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < wealth) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (double) low / sorted.length;
    }

    /** The wealth of every path, ascending, as a new array. */
    public double[] toArray() {
        return sorted.clone();
    }
}
