package io.quantumleap.analytics.series;

import io.quantumleap.analytics.measure.Observations;
import java.util.Arrays;

/**
 * Chooses the points of a long series that a chart should show. Both methods answer rising indices, so that several series
 * over the same positions can be reduced alike; the first and the last position are always among them.
 */
public final class Reduction {

    private Reduction() {}

    /**
     * Largest-triangle-three-buckets (Steinarsson, "Downsampling Time Series for Visual Representation", 2013): cuts the
     * inner points into buckets of equal count and takes from each the one that spans the largest triangle with the point
     * taken before it and the mean of the next bucket. O(n).
     *
     * @param positions rising, finite
     * @param values finite, as many
     * @param points how many to keep, at least 2
     * @return all indices if there are no more than {@code points}
     * @throws IllegalArgumentException if fewer than 2 points are asked for or the lengths differ
     */
    public static int[] largestTriangleThreeBuckets(double[] positions, double[] values, int points) {
        Observations.requireSameLength(positions, values);
        requireTwo(points);
        int n = values.length;
        if (n <= points) {
            return all(n);
        }
        int[] chosen = new int[points];
        double width = (n - 2) / (double) (points - 2);
        int from = 1;
        for (int bucket = 0; bucket < points - 2; bucket++) {
            int to = bucketEnd(bucket, width, points, n);
            int nextTo = bucket == points - 3 ? n : bucketEnd(bucket + 1, width, points, n);
            chosen[bucket + 1] = largestTriangle(positions, values, chosen[bucket], from, to, nextTo);
            from = to;
        }
        chosen[points - 1] = n - 1;
        return chosen;
    }

    private static int bucketEnd(int bucket, double width, int points, int n) {
        return bucket == points - 3 ? n - 1 : 1 + (int) ((bucket + 1) * width);
    }

    private static int largestTriangle(
            double[] positions, double[] values, int previous, int from, int to, int nextTo) {
        double nextPosition = 0;
        double nextValue = 0;
        for (int i = to; i < nextTo; i++) {
            nextPosition += positions[i];
            nextValue += values[i];
        }
        double x = positions[previous];
        double y = values[previous];
        double run = nextPosition / (nextTo - to) - x;
        double rise = nextValue / (nextTo - to) - y;
        int best = from;
        double largest = -1;
        for (int i = from; i < to; i++) {
            double area = Math.abs(run * (values[i] - y) - (positions[i] - x) * rise);
            if (area > largest) {
                largest = area;
                best = i;
            }
        }
        return best;
    }

    /**
     * The lowest and the highest value of each of {@code points / 2} parts of equal count, so that no spike is lost. O(n).
     *
     * @param values finite
     * @param points how many to keep at most, at least 2
     * @return all indices if there are no more than {@code points}
     * @throws IllegalArgumentException if fewer than 2 points are asked for
     */
    public static int[] minMax(double[] values, int points) {
        requireTwo(points);
        int n = values.length;
        if (n <= points) {
            return all(n);
        }
        int[] chosen = new int[points + 2];
        int count = 1;
        int parts = Math.max((points - 2) / 2, 0);
        for (int part = 0; part < parts; part++) {
            int from = 1 + (int) ((long) (n - 2) * part / parts);
            int to = 1 + (int) ((long) (n - 2) * (part + 1) / parts);
            int lowest = from;
            int highest = from;
            for (int i = from + 1; i < to; i++) {
                lowest = values[i] < values[lowest] ? i : lowest;
                highest = values[i] > values[highest] ? i : highest;
            }
            chosen[count++] = Math.min(lowest, highest);
            if (lowest != highest) {
                chosen[count++] = Math.max(lowest, highest);
            }
        }
        chosen[count++] = n - 1;
        return Arrays.copyOf(chosen, count);
    }

    private static int[] all(int n) {
        int[] indices = new int[n];
        Arrays.setAll(indices, i -> i);
        return indices;
    }

    private static void requireTwo(int points) {
        if (points < 2) {
            throw new IllegalArgumentException("A chart needs at least two points.");
        }
    }
}
