package io.quantumleap.analytics.rolling;

import java.util.Arrays;

/**
 * Sums of terms over every position of a rolling window in O(n), whatever the window: each window is a suffix of one block
 * and a prefix of the next, so nothing is ever subtracted from a sum (van Herk 1992; Gil and Werman 1993).
 */
final class WindowSums {

    /** What is summed, and what becomes of the sums. */
    interface Formula {

        /** Called before the windows that start in a block; all observations in reach are those from..to - 1. */
        default void prepare(int from, int to) {}

        /** The terms of one observation. */
        void terms(int index, double[] into);

        /** The value of the window that starts at the position. */
        double value(int position, double[] sums);
    }

    private WindowSums() {}

    /** The value of each position. */
    static double[] roll(int observations, int window, int terms, Formula formula) {
        double[] values = new double[RollingSeries.positions(window, observations)];
        double[][] suffixes = new double[window + 1][terms];
        double[] prefix = new double[terms];
        double[] sums = new double[terms];
        double[] next = new double[terms];
        for (int base = 0; base < values.length; base += window) {
            formula.prepare(base, (int) Math.min(base + 2L * window, observations));
            for (int j = window - 1; j >= 0; j--) {
                formula.terms(base + j, next);
                add(suffixes[j + 1], next, suffixes[j]);
            }
            Arrays.fill(prefix, 0);
            int last = Math.min(window, values.length - base);
            for (int j = 0; j < last; j++) {
                add(suffixes[j], prefix, sums);
                values[base + j] = formula.value(base + j, sums);
                int entering = base + j + window;
                if (entering < observations) {
                    formula.terms(entering, next);
                    add(prefix, next, prefix);
                }
            }
        }
        return values;
    }

    private static void add(double[] left, double[] right, double[] into) {
        for (int k = 0; k < into.length; k++) {
            into[k] = left[k] + right[k];
        }
    }

    /** The mean of numbers[from] to numbers[to - 1], good enough to centre sums on. */
    static double centre(double[] numbers, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += numbers[i];
        }
        return sum / (to - from);
    }
}
