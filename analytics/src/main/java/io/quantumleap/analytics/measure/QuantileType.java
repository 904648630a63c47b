package io.quantumleap.analytics.measure;

/**
 * How a quantile between two observations is taken; the numbering of Hyndman and Fan, "Sample quantiles in statistical
 * packages", The American Statistician 50 (1996), which R's {@code quantile} follows.
 */
public enum QuantileType {
    /** Type 1: the inverse of the empirical distribution function; always an observation. */
    INVERSE_EMPIRICAL {
        @Override
        double position(double p, int n) {
            return Math.ceil(p * n) - 1;
        }
    },
    /** Type 6: h = (n + 1) p (Weibull; Excel's PERCENTILE.EXC, Minitab, SPSS). */
    WEIBULL {
        @Override
        double position(double p, int n) {
            return p * (n + 1) - 1;
        }
    },
    /** Type 7: h = (n - 1) p + 1 (the default of R, NumPy and Excel's PERCENTILE.INC). */
    LINEAR {
        @Override
        double position(double p, int n) {
            return p * (n - 1);
        }
    },
    /** Type 8: h = (n + 1/3) p + 1/3, nearly unbiased for the median whatever the distribution. */
    MEDIAN_UNBIASED {
        @Override
        double position(double p, int n) {
            return p * (n + 1.0 / 3) + 1.0 / 3 - 1;
        }
    };

    /** The position among n sorted observations counted from zero, before it is limited to the first and the last. */
    abstract double position(double p, int n);
}
