package io.quantumleap.analytics.rolling;

import io.quantumleap.analytics.measure.CompensatedSum;
import java.util.Arrays;

/**
 * A changing collection of numbers out of a known few, in order: a binary indexed tree over their ranks (Fenwick 1994) with
 * how many there are and their sums. The sums carry their rounding errors, so that what was taken out leaves no trace.
 */
final class OrderedWindow {

    private final double[] ranked;
    private final int[] counts;
    private final double[] sums;
    private final double[] errors;

    /** Holds nothing yet; takes over the array of all numbers that may ever come. */
    OrderedWindow(double[] numbers) {
        this.ranked = numbers;
        Arrays.sort(ranked);
        this.counts = new int[numbers.length + 1];
        this.sums = new double[numbers.length + 1];
        this.errors = new double[numbers.length + 1];
    }

    /** Adds a number, or takes it out with a count of -1. */
    void add(double number, int count) {
        double change = number * count;
        for (int i = firstNotBelow(number) + 1; i < counts.length; i += i & -i) {
            counts[i] += count;
            double sum = sums[i] + change;
            errors[i] += CompensatedSum.roundingError(sums[i], change, sum);
            sums[i] = sum;
        }
    }

    /** The number at a position counted from zero, between two of them if it is not whole. */
    double quantile(double position) {
        int below = (int) position;
        double fraction = position - below;
        double lower = at(below);
        return fraction == 0 ? lower : lower + fraction * (at(below + 1) - lower);
    }

    private double at(int index) {
        int left = index;
        int node = 0;
        for (int step = Integer.highestOneBit(counts.length); step > 0; step >>= 1) {
            if (node + step < counts.length && counts[node + step] <= left) {
                node += step;
                left -= counts[node];
            }
        }
        return ranked[node];
    }

    /** The mean of the numbers no higher than the limit, which is not below all of them. */
    double meanUpTo(double limit) {
        int count = 0;
        double sum = 0;
        double error = 0;
        for (int i = firstAbove(limit); i > 0; i -= i & -i) {
            count += counts[i];
            double next = sum + sums[i];
            error += CompensatedSum.roundingError(sum, sums[i], next) + errors[i];
            sum = next;
        }
        return (sum + error) / count;
    }

    /** The sum of so many of the lowest numbers, and of a fraction of the next. */
    double sumOfLowest(int whole, double fraction) {
        int left = whole;
        int node = 0;
        double sum = 0;
        double error = 0;
        for (int step = Integer.highestOneBit(counts.length); step > 0; step >>= 1) {
            int to = node + step;
            if (to < counts.length && counts[to] <= left) {
                node = to;
                left -= counts[to];
                double next = sum + sums[to];
                error += CompensatedSum.roundingError(sum, sums[to], next) + errors[to];
                sum = next;
            }
        }
        // Of equal numbers, some may stand on the other side of the border.
        return sum + error + (left + fraction) * (node < ranked.length ? ranked[node] : 0);
    }

    private int firstNotBelow(double number) {
        int low = 0;
        int high = ranked.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranked[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int firstAbove(double number) {
        int low = 0;
        int high = ranked.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranked[middle] <= number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
