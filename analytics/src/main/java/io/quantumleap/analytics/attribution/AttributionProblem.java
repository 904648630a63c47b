package io.quantumleap.analytics.attribution;

/** Why there is no attribution. Segments and periods are counted from 0. */
public sealed interface AttributionProblem {

    /** One sentence in plain English. */
    String sentence();

    /** A weight or return is NaN or infinite, other than the missing return of a segment with weight zero. */
    record NotFinite(int segment) implements AttributionProblem {
        @Override
        public String sentence() {
            return "A weight or return of segment " + segment + " is not a finite number.";
        }
    }

    /** The weights of the portfolio or the benchmark do not add up to one. */
    record WeightsNotOne(double portfolioSum, double benchmarkSum) implements AttributionProblem {
        @Override
        public String sentence() {
            return "Weights must add up to 1, but the portfolio's add up to " + portfolioSum
                    + " and the benchmark's to " + benchmarkSum + ".";
        }
    }

    /** There is nothing to link. */
    record NoPeriods() implements AttributionProblem {
        @Override
        public String sentence() {
            return "There are no periods to link.";
        }
    }

    /** In this period the portfolio or the benchmark lost everything or more, and has no logarithm to link with. */
    record TotalLoss(int period) implements AttributionProblem {
        @Override
        public String sentence() {
            return "Period " + period + " has a return of -100 % or below, which cannot be linked.";
        }
    }

    /** The compounded returns leave the range of a double. */
    record OutOfRange() implements AttributionProblem {
        @Override
        public String sentence() {
            return "The compounded returns are too large to be represented.";
        }
    }
}
