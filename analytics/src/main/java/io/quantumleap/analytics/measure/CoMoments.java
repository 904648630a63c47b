package io.quantumleap.analytics.measure;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The first and second moments of two series together, from two passes.
 *
 * @param count the number of pairs
 * @param meanX the mean of the first series
 * @param meanY the mean of the second
 * @param m2X the sum of squared deviations of the first; exactly zero when it is constant, or varies by its {@link Rounding}
 * @param m2Y likewise of the second
 * @param co the sum of the products of the deviations
 */
public record CoMoments(long count, double meanX, double meanY, double m2X, double m2Y, double co) {

    /** Takes variation that is nothing but rounding for none. */
    public CoMoments {
        m2X = Rounding.variation(count, meanX, m2X);
        m2Y = Rounding.variation(count, meanY, m2Y);
        co = m2X == 0 || m2Y == 0 ? 0 : co;
    }

    /**
     * The moments of two arrays of one length.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static CoMoments of(double[] x, double[] y) {
        Observations.requireSameLength(x, y);
        int n = x.length;
        if (n == 0) {
            return new CoMoments(0, 0, 0, 0, 0, 0);
        }
        double meanX = mean(x);
        double meanY = mean(y);
        double restX = 0;
        double restY = 0;
        double m2X = 0;
        double m2Y = 0;
        double co = 0;
        boolean constantX = true;
        boolean constantY = true;
        for (int i = 0; i < n; i++) {
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            restX += dx;
            restY += dy;
            m2X += dx * dx;
            m2Y += dy * dy;
            co += dx * dy;
            constantX &= x[i] == x[0];
            constantY &= y[i] == y[0];
        }
        return new CoMoments(
                n,
                meanX,
                meanY,
                constantX ? 0 : Math.max(m2X - restX * restX / n, 0),
                constantY ? 0 : Math.max(m2Y - restY * restY / n, 0),
                constantX || constantY ? 0 : co - restX * restY / n);
    }

    /** Finite for finite numbers, even if their sum is not. */
    private static double mean(double[] numbers) {
        int n = numbers.length;
        double sum = CompensatedSum.of(numbers);
        if (Double.isFinite(sum) || !Observations.allFinite(numbers)) {
            return sum / n;
        }
        double mean = CompensatedSum.of(
                Arrays.stream(numbers).map(number -> number / n).toArray());
        return Math.max(-Double.MAX_VALUE, Math.min(mean, Double.MAX_VALUE));
    }

    /** The slope of the first series on the second: covariance over the variance of the second. */
    public Measure beta() {
        return needingTwo(() -> Measure.ratio(co, m2Y, Reason.NO_VARIATION));
    }

    /** The correlation of Pearson, between -1 and 1. */
    public Measure correlation() {
        return needingTwo(() -> Measure.ratio(co, Math.sqrt(m2X) * Math.sqrt(m2Y), Reason.NO_VARIATION)
                .map(r -> Math.max(-1, Math.min(1, r))));
    }

    private Measure needingTwo(Supplier<Measure> formula) {
        if (count == 0) {
            return Measure.unavailable(Reason.NO_OBSERVATIONS);
        }
        if (count < 2) {
            return Measure.unavailable(Reason.TOO_FEW_OBSERVATIONS);
        }
        if (!Double.isFinite(meanX) || !Double.isFinite(meanY)) {
            return Measure.unavailable(Reason.NOT_FINITE);
        }
        return Double.isFinite(m2X + m2Y + co) ? formula.get() : Measure.unavailable(Reason.OUT_OF_RANGE);
    }
}
