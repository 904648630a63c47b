package io.quantumleap.analytics.rolling;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Moments;
import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.Reason;

/**
 * Skewness and kurtosis over a rolling window. An input that is not finite leaves the whole series undefined.
 *
 * <p>Sums of powers are taken around the mean of the two blocks that the window lies in. Should a window's own variance be
 * small beside its distance from there, that window alone is computed again from its observations.
 */
public final class RollingMoments {

    /** Below this share of the sum of squares, the fourth moment would lose more than four digits. */
    private static final double LOST = 1e-2;

    private RollingMoments() {}

    /** The skewness of the observations themselves, g1; undefined for a window of equal returns. */
    public static RollingSeries skewness(double[] returns, int window) {
        return compute(returns, window, Moments::skewness);
    }

    /** The excess kurtosis of the observations themselves, g2; undefined for a window of equal returns. */
    public static RollingSeries excessKurtosis(double[] returns, int window) {
        return compute(returns, window, Moments::excessKurtosis);
    }

    private interface Statistic {
        Measure of(Moments moments);
    }

    private static RollingSeries compute(double[] returns, int window, Statistic statistic) {
        if (!Observations.allFinite(returns)) {
            return RollingSeries.undefined(window, returns.length, Reason.NOT_FINITE);
        }
        Powers powers = new Powers(returns, window, statistic);
        return new RollingSeries(window, WindowSums.roll(returns.length, window, 4, powers), Reason.NO_VARIATION);
    }

    private static final class Powers implements WindowSums.Formula {

        private final double[] returns;
        private final int window;
        private final Statistic statistic;
        private double centre;

        Powers(double[] returns, int window, Statistic statistic) {
            this.returns = returns;
            this.window = window;
            this.statistic = statistic;
        }

        @Override
        public void prepare(int from, int to) {
            centre = WindowSums.centre(returns, from, to);
        }

        @Override
        public void terms(int index, double[] into) {
            double distance = returns[index] - centre;
            double square = distance * distance;
            into[0] = distance;
            into[1] = square;
            into[2] = square * distance;
            into[3] = square * square;
        }

        @Override
        public double value(int position, double[] sums) {
            double shift = sums[0] / window;
            double square = shift * shift;
            double m2 = sums[1] - sums[0] * shift;
            if (!(m2 > LOST * sums[1])) {
                return RollingSeries.encode(statistic.of(Moments.of(returns, position, position + window)));
            }
            double m3 = sums[2] - 3 * shift * sums[1] + 2 * sums[0] * square;
            double m4 = sums[3] - 4 * shift * sums[2] + 6 * square * sums[1] - 3 * sums[0] * square * shift;
            return RollingSeries.encode(statistic.of(new Moments(window, centre + shift, m2, m3, m4, 0, 0)));
        }
    }
}
