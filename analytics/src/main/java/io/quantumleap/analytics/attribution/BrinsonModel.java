package io.quantumleap.analytics.attribution;

/** What the weight of a segment is rewarded with. */
public enum BrinsonModel {
    /**
     * The segment's benchmark return above the whole benchmark's, so that overweighting what fell less is a gain: G. P.
     * Brinson and N. Fachler, Measuring non-U.S. equity portfolio performance, Journal of Portfolio Management 11 (1985) 73-76.
     */
    BRINSON_FACHLER {
        @Override
        double reward(double segmentReturn, double benchmarkReturn) {
            return segmentReturn - benchmarkReturn;
        }
    },
    /**
     * The segment's benchmark return itself: G. P. Brinson, L. R. Hood and G. L. Beebower, Determinants of portfolio
     * performance, Financial Analysts Journal 42 (1986) 39-44.
     */
    BRINSON_HOOD_BEEBOWER {
        @Override
        double reward(double segmentReturn, double benchmarkReturn) {
            return segmentReturn;
        }
    };

    abstract double reward(double segmentReturn, double benchmarkReturn);
}
