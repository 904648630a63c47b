package io.quantumleap.analytics.measure;

/**
 * How a quantile between two observations is taken; the numbering of Hyndman and Fan, "Sample quantiles in statistical
 * packages", The American Statistician 50 (1996), which R's {@code quantile} follows.
 */
public enum QuantileType {
    /** Type 1: the inverse of the empirical distribution function; always an observation. */
    INVERSE_EMPIRICAL {
        @Override
        public double position(double p, int n) {
            return Math.ceil(product(p, n)) - 1;
        }
    },
    /** Type 2: the same, but the mean of both observations where the function jumps (SAS's default). */
    AVERAGED_INVERSE {
        @Override
        public double position(double p, int n) {
            double product = product(p, n);
            return product == Math.rint(product) ? product - 0.5 : Math.ceil(product) - 1;
        }
    },
    /** Type 3: the observation nearest to n p, the even one of two equally near. */
    NEAREST_EVEN {
        @Override
        public double position(double p, int n) {
            return Math.rint(product(p, n)) - 1;
        }
    },
    /** Type 4: h = n p, linear between the steps of the empirical distribution function. */
    LINEAR_EMPIRICAL {
        @Override
        public double position(double p, int n) {
            return p * n - 1;
        }
    },
    /** Type 5: h = n p + 1/2 (Hazen; hydrologists). */
    HAZEN {
        @Override
        public double position(double p, int n) {
            return p * n - 0.5;
        }
    },
    /** Type 6: h = (n + 1) p (Weibull; Excel's PERCENTILE.EXC, Minitab, SPSS). */
    WEIBULL {
        @Override
        public double position(double p, int n) {
            return p * (n + 1) - 1;
        }
    },
    /** Type 7: h = (n - 1) p + 1 (the default of R, NumPy and Excel's PERCENTILE.INC). */
    LINEAR {
        @Override
        public double position(double p, int n) {
            return p * (n - 1);
        }
    },
    /** Type 8: h = (n + 1/3) p + 1/3, nearly unbiased for the median whatever the distribution. */
    MEDIAN_UNBIASED {
        @Override
        public double position(double p, int n) {
            return p * (n + 1.0 / 3) + 1.0 / 3 - 1;
        }
    },
    /** Type 9: h = (n + 1/4) p + 3/8, nearly unbiased for the median of normal observations (Blom). */
    NORMAL_UNBIASED {
        @Override
        public double position(double p, int n) {
            return p * (n + 0.25) + 0.375 - 1;
        }
    };

    /** How far rounding may take the product from the whole number that is meant; R's quantile allows as much. */
    private static final double ROUNDING = 4 * Math.ulp(1.0);

    /** n p, a whole number when it is one but for rounding, because the types that jump there need to know. */
    private static double product(double p, int n) {
        double product = p * n;
        double whole = Math.rint(product);
        return Math.abs(product - whole) <= ROUNDING * Math.max(1, whole) ? whole : product;
    }

    /** The position among n sorted observations counted from zero, before it is limited to the first and the last. */
    public abstract double position(double p, int n);
}
