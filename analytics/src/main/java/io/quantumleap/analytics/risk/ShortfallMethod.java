package io.quantumleap.analytics.risk;

/** What is averaged behind the historical value at risk; the field uses all three. With p = 1 - confidence: */
public enum ShortfallMethod {
    /**
     * All returns no higher than the p-quantile (the tail conditional expectation of Artzner, Delbaen, Eber and Heath 1999;
     * PerformanceAnalytics).
     */
    NOT_ABOVE_QUANTILE,
    /** The lowest floor((n - 1) p) + 1 returns, whatever the quantile's type (empyrical). */
    LOWEST_OBSERVATIONS,
    /**
     * The lowest n p returns, the last of them by its fraction, so that exactly a share p is averaged: the coherent one
     * (Acerbi and Tasche, "On the Coherence of Expected Shortfall", 2002, eq. 12).
     */
    LOWEST_SHARE;

    /** How many of the lowest returns count in full. */
    public int whole(double p, int n) {
        return switch (this) {
            case NOT_ABOVE_QUANTILE -> throw new IllegalStateException("The quantile decides how many count.");
            case LOWEST_OBSERVATIONS -> (int) ((n - 1) * p) + 1;
            case LOWEST_SHARE -> (int) (n * p);
        };
    }

    /** How many returns are averaged, which need not be a whole number. */
    public double share(double p, int n) {
        return this == LOWEST_SHARE ? n * p : whole(p, n);
    }
}
