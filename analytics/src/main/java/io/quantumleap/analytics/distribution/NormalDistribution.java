package io.quantumleap.analytics.distribution;

/** The normal distribution with mean zero and variance one. */
public final class NormalDistribution {

    private static final double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

    /** From here on the continued fraction of the tail is used. */
    private static final double TAIL = 2;

    private NormalDistribution() {}

    /** The density, exp(-x^2 / 2) / sqrt(2 pi). */
    public static double density(double x) {
        return Math.exp(-x * x / 2) / ROOT_OF_TWO_PI;
    }

    /**
     * The probability of a value up to x, with a relative error below 1e-12 also far out in the lower tail; NaN for NaN.
     *
     * <p>Sources: in the middle the series 1/2 + density(x) (x + x^3/3 + x^5/15 + ...), G. Marsaglia, Evaluating the normal
     * distribution, Journal of Statistical Software 11 (2004); in the tails Laplace's continued fraction (Abramowitz and
     * Stegun 26.2.14).
     */
    public static double cumulative(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        if (x > TAIL) {
            return 1 - tail(x);
        }
        return x < -TAIL ? tail(-x) : 0.5 + density(x) * series(x);
    }

    private static double series(double x) {
        double term = x;
        double sum = x;
        double before = 0;
        for (int i = 3; sum != before; i += 2) {
            before = sum;
            term *= x * x / i;
            sum += term;
        }
        return sum;
    }

    /** The probability of a value above x, for x of at least {@link #TAIL}. */
    private static double tail(double x) {
        if (x > 40) {
            return 0;
        }
        double fraction = x;
        for (int k = 200; k > 0; k--) {
            fraction = x + k / fraction;
        }
        return density(x) / fraction;
    }

    /**
     * The value up to which lies the probability p: the inverse of {@link #cumulative}, refined by Halley's method from the
     * rational approximation of Abramowitz and Stegun 26.2.23. Infinite for 0 and 1.
     *
     * @throws IllegalArgumentException if p is not between 0 and 1
     */
    public static double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A probability lies between 0 and 1.");
        }
        if (p > 0.5) {
            return -lowerQuantile(1 - p);
        }
        return p == 0 ? Double.NEGATIVE_INFINITY : lowerQuantile(p);
    }

    private static double lowerQuantile(double p) {
        if (p == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double t = Math.sqrt(-2 * Math.log(p));
        double x =
                (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
        for (int i = 0; i < 4; i++) {
            double error = (cumulative(x) - p) / density(x);
            x -= error / (1 + x * error / 2);
        }
        return x;
    }
}
