package io.quantumleap.analytics.backtest;

import io.quantumleap.analytics.construction.Weights;

/** What a strategy wants at the close of a bar. */
public sealed interface Decision {

    /** No trade. */
    record Hold() implements Decision {}

    /**
     * Every asset is to be brought to its weight; what they leave to one is cash.
     *
     * @param weights negative for short positions; their magnitudes add up to at most one, so nothing is borrowed
     */
    record Target(Weights weights) implements Decision {

        private static final double ROUNDING = 1e-9;

        /**
         * Refuses leverage.
         *
         * @throws IllegalArgumentException if the magnitudes add up to more than one
         */
        public Target {
            double gross = 0;
            for (int i = 0; i < weights.size(); i++) {
                gross += Math.abs(weights.weight(i));
            }
            if (gross > 1 + ROUNDING) {
                throw new IllegalArgumentException("The magnitudes of weights add up to at most 1, not " + gross + ".");
            }
        }
    }

    /** No trade. */
    static Decision hold() {
        return new Hold();
    }

    /** Every asset to its weight. */
    static Decision target(double... weights) {
        return new Target(Weights.of(weights));
    }
}
