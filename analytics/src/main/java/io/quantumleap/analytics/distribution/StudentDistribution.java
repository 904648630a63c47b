package io.quantumleap.analytics.distribution;

/** Student's t distribution. */
public final class StudentDistribution {

    private static final double HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

    /** From here on Stirling's series needs no more terms than the ones below. */
    private static final double LARGE = 20;

    private StudentDistribution() {}

    /**
     * The probability of a value at least as far from zero as t, in either direction: the regularised incomplete beta function
     * I_x(n/2, 1/2) at x = n / (n + t^2) (Abramowitz and Stegun 26.7.1), by its continued fraction.
     *
     * @param degrees of freedom, positive, not necessarily whole
     * @throws IllegalArgumentException if the degrees are not positive or t is NaN
     */
    public static double beyond(double t, double degrees) {
        if (!(degrees > 0) || Double.isNaN(t)) {
            throw new IllegalArgumentException("Degrees of freedom are positive and t is a number.");
        }
        if (Double.isInfinite(t)) {
            return 0;
        }
        double square = t * t;
        double x = degrees / (degrees + square);
        return incompleteBeta(x, square / (degrees + square), degrees / 2, 0.5);
    }

    private static double incompleteBeta(double x, double oneLessX, double a, double b) {
        if (x == 0 || oneLessX == 0) {
            return x == 0 ? 0 : 1;
        }
        double logFront = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(oneLessX);
        double front = Math.exp(logFront);
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(oneLessX, b, a) / b;
    }

    /** The continued fraction 26.5.8 of Abramowitz and Stegun, by Lentz's method. */
    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / (1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < 10_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / (1 + even * d);
            c = 1 + even / c;
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / (1 + odd * d);
            c = 1 + odd / c;
            value *= d * c;
            if (Math.abs(d * c - 1) < 1e-16) {
                break;
            }
        }
        return value;
    }

    /** The logarithm of the gamma function by Stirling's series, after moving the argument up to where it is exact. */
    static double logGamma(double z) {
        double shift = 0;
        double x = z;
        while (x < LARGE) {
            shift += Math.log(x);
            x++;
        }
        double square = x * x;
        double series =
                (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square) / square)
                        / x;
        return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + series - shift;
    }
}
