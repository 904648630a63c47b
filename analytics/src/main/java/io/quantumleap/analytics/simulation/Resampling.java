package io.quantumleap.analytics.simulation;

import java.util.SplittableRandom;

/** How a path is drawn from the history: in runs of consecutive periods, wrapped around at the end of the history. */
public sealed interface Resampling {

    /** The length of the next run; at least one. */
    int runLength(SplittableRandom random);

    /**
     * Single periods, independently: the bootstrap. Keeps the distribution of returns and loses all dependence in time.
     * Source: B. Efron, Bootstrap methods: another look at the jackknife, Annals of Statistics 7 (1979) 1-26.
     */
    record Independent() implements Resampling {
        @Override
        public int runLength(SplittableRandom random) {
            return 1;
        }
    }

    /**
     * Runs of one length: the circular block bootstrap. Source: D. N. Politis and J. P. Romano, A circular block-resampling
     * procedure for stationary data, in Exploring the Limits of Bootstrap, 1992.
     *
     * @param length of every run
     */
    record CircularBlocks(int length) implements Resampling {
        /**
         * Refuses a length below one.
         *
         * @throws IllegalArgumentException if the length is less than one
         */
        public CircularBlocks {
            if (length < 1) {
                throw new IllegalArgumentException("A block has at least one period.");
            }
        }

        @Override
        public int runLength(SplittableRandom random) {
            return length;
        }
    }

    /**
     * Runs of geometrically distributed length: the stationary bootstrap, whose paths are stationary like the history.
     * Source: D. N. Politis and J. P. Romano, The stationary bootstrap, Journal of the American Statistical Association 89
     * (1994) 1303-1313.
     *
     * @param meanLength of a run, at least one
     */
    record StationaryBlocks(double meanLength) implements Resampling {
        /**
         * Refuses a mean below one.
         *
         * @throws IllegalArgumentException if the mean is less than one or not finite
         */
        public StationaryBlocks {
            if (!(meanLength >= 1 && Double.isFinite(meanLength))) {
                throw new IllegalArgumentException("The mean length of a block is finite and at least one period.");
            }
        }

        @Override
        public int runLength(SplittableRandom random) {
            // Inverts P(length > k) = (1 - 1/mean)^k; log1p(-1) for a mean of one is minus infinity and gives zero.
            double drawn = Math.log1p(-random.nextDouble()) / Math.log1p(-1 / meanLength);
            return (int) Math.min(drawn, Integer.MAX_VALUE - 1) + 1;
        }
    }
}
