package io.quantumleap.analytics.measure;

/**
 * A running sum that also sums its own rounding errors, so that the result is as if computed in about twice the precision
 * and rounded once (Neumaier 1974, the improved Kahan-Babuška algorithm). Not safe for use by many threads.
 */
public final class CompensatedSum {

    private double sum;
    private double error;

    /** Starts at zero. */
    public CompensatedSum() {}

    /** Adds one number. */
    public void add(double number) {
        double next = sum + number;
        error += roundingError(sum, number, next);
        sum = next;
    }

    /** Adds everything that the other sum holds. */
    public void add(CompensatedSum other) {
        add(other.sum);
        error += other.error;
    }

    /** The sum so far; infinite or NaN when the plain sum is. */
    public double value() {
        return Double.isFinite(sum) ? sum + error : sum;
    }

    /** The sum of an array. */
    public static double of(double[] numbers) {
        return of(numbers, 0, numbers.length);
    }

    /** The sum of {@code numbers[from]} to {@code numbers[to - 1]}. */
    public static double of(double[] numbers, int from, int to) {
        double sum = 0;
        double error = 0;
        for (int i = from; i < to; i++) {
            double number = numbers[i];
            double next = sum + number;
            error += roundingError(sum, number, next);
            sum = next;
        }
        return Double.isFinite(sum) ? sum + error : sum;
    }

    /** The sum of the products of two arrays of equal length. */
    public static double ofProducts(double[] left, double[] right) {
        double sum = 0;
        double error = 0;
        for (int i = 0; i < left.length; i++) {
            double product = left[i] * right[i];
            double next = sum + product;
            error += roundingError(sum, product, next) + Math.fma(left[i], right[i], -product);
            sum = next;
        }
        return Double.isFinite(sum) ? sum + error : sum;
    }

    /** The error of {@code sum = a + b}, exact, without a branch (Knuth 1969). */
    public static double roundingError(double a, double b, double sum) {
        double bSeen = sum - a;
        return (a - (sum - bSeen)) + (b - bSeen);
    }
}
