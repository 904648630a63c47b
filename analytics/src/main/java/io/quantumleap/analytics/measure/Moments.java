package io.quantumleap.analytics.measure;

import java.util.function.DoubleSupplier;

/**
 * The first four central moments of a series, as sums, with its extremes: everything that volatility, skewness, kurtosis
 * and the ratios built on them need, from two passes over the data.
 *
 * <p>{@code m2}, {@code m3} and {@code m4} are sums of the second to fourth powers of the deviations from the mean. They
 * are exactly zero for a constant series, and for one that varies by no more than its {@link Rounding}. When an input is not finite, the moments are not either, and every measure
 * answers {@link Reason#NOT_FINITE}.
 *
 * @param count the number of observations
 * @param mean their arithmetic mean; 0 when there are none
 * @param m2 the sum of squared deviations
 * @param m3 the sum of cubed deviations
 * @param m4 the sum of deviations to the fourth power
 * @param minimum the smallest observation; positive infinity when there are none
 * @param maximum the largest observation; negative infinity when there are none
 */
public record Moments(long count, double mean, double m2, double m3, double m4, double minimum, double maximum) {

    /** No observations. */
    public static final Moments NONE = new Moments(0, 0, 0, 0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** Takes variation that is nothing but rounding for none. */
    public Moments {
        if (Rounding.variation(count, mean, m2) == 0) {
            m2 = 0;
            m3 = 0;
            m4 = 0;
        }
    }

    /** The moments of an array. */
    public static Moments of(double[] numbers) {
        return of(numbers, 0, numbers.length);
    }

    /**
     * The moments of {@code numbers[from]} to {@code numbers[to - 1]}: the mean from a compensated sum, then the powers of
     * the deviations with the correction for the mean's own rounding (Chan, Golub and LeVeque 1983).
     */
    public static Moments of(double[] numbers, int from, int to) {
        int count = to - from;
        if (count == 0) {
            return NONE;
        }
        double sum = 0;
        double error = 0;
        double minimum = Double.POSITIVE_INFINITY;
        double maximum = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            double number = numbers[i];
            double next = sum + number;
            error += CompensatedSum.roundingError(sum, number, next);
            sum = next;
            minimum = Math.min(minimum, number);
            maximum = Math.max(maximum, number);
        }
        if (!Double.isFinite(sum) && minimum != maximum) {
            return new Moments(count, Double.NaN, Double.NaN, Double.NaN, Double.NaN, minimum, maximum);
        }
        if (minimum == maximum) {
            return new Moments(count, minimum, 0, 0, 0, minimum, maximum);
        }
        return around((sum + error) / count, numbers, from, to, minimum, maximum);
    }

    private static Moments around(double mean, double[] numbers, int from, int to, double minimum, double maximum) {
        double rest = 0;
        double m2 = 0;
        double m3 = 0;
        double m4 = 0;
        for (int i = from; i < to; i++) {
            double deviation = numbers[i] - mean;
            double square = deviation * deviation;
            rest += deviation;
            m2 += square;
            m3 += square * deviation;
            m4 += square * square;
        }
        int count = to - from;
        double shift = rest / count;
        // Moves the centre of the sums by the mean of the deviations that rounding left.
        double second = m2 - rest * shift;
        double third = m3 - 3 * shift * m2 + 2 * rest * shift * shift;
        double fourth = m4 - 4 * shift * m3 + 6 * shift * shift * m2 - 3 * rest * shift * shift * shift;
        return new Moments(count, mean, Math.max(second, 0), third, Math.max(fourth, 0), minimum, maximum);
    }

    /** The arithmetic mean. */
    public Measure arithmeticMean() {
        return count == 0 ? Measure.unavailable(Reason.NO_OBSERVATIONS) : finite(mean);
    }

    /** The variance: m2 / (n - 1) or m2 / n. */
    public Measure variance(Estimator estimator) {
        if (count == 0) {
            return Measure.unavailable(Reason.NO_OBSERVATIONS);
        }
        long divisor = estimator.divisor(count);
        return divisor < 1 ? Measure.unavailable(Reason.TOO_FEW_OBSERVATIONS) : finite(m2 / divisor);
    }

    /** The square root of the variance. */
    public Measure standardDeviation(Estimator estimator) {
        return variance(estimator).map(Math::sqrt);
    }

    /** The skewness of the observations themselves, g1 = (m3/n) / (m2/n)^1.5 (Fisher 1930; Joanes and Gill 1998). */
    public Measure skewness() {
        return standardised(1, () -> Math.sqrt((double) count) * m3 / (m2 * Math.sqrt(m2)));
    }

    /** The skewness corrected for a sample, G1 = g1 sqrt(n(n-1)) / (n-2); needs three observations. */
    public Measure sampleSkewness() {
        double n = count;
        return standardised(3, () -> Math.sqrt(n) * m3 / (m2 * Math.sqrt(m2)) * Math.sqrt(n * (n - 1)) / (n - 2));
    }

    /** The excess kurtosis of the observations themselves, g2 = (m4/n) / (m2/n)^2 - 3. */
    public Measure excessKurtosis() {
        return standardised(1, () -> count * (m4 / (m2 * m2)) - 3);
    }

    /** The excess kurtosis corrected for a sample, G2 = ((n+1) g2 + 6) (n-1) / ((n-2)(n-3)); needs four observations. */
    public Measure sampleExcessKurtosis() {
        double n = count;
        return standardised(4, () -> ((n + 1) * (n * (m4 / (m2 * m2)) - 3) + 6) * (n - 1) / ((n - 2) * (n - 3)));
    }

    private Measure standardised(int needed, DoubleSupplier formula) {
        if (count == 0) {
            return Measure.unavailable(Reason.NO_OBSERVATIONS);
        }
        if (count < needed) {
            return Measure.unavailable(Reason.TOO_FEW_OBSERVATIONS);
        }
        if (m2 == 0) {
            return Measure.unavailable(Reason.NO_VARIATION);
        }
        return finite(formula.getAsDouble());
    }

    /** A result, which can only be other than finite when an observation is (NaN spoils every sum), or out of range. */
    private Measure finite(double number) {
        boolean inputs = Double.isFinite(minimum) && Double.isFinite(maximum);
        return inputs ? Measure.of(number) : Measure.unavailable(Reason.NOT_FINITE);
    }
}
