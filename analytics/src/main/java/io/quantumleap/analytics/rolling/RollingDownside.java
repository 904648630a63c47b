package io.quantumleap.analytics.rolling;

import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.risk.DownsideDivisor;
import io.quantumleap.analytics.risk.RiskConventions;

/**
 * Downside deviation, Sortino ratio and omega over a rolling window. An input that is not finite leaves it all undefined.
 */
public final class RollingDownside {

    private static final int GAINS = 0;
    private static final int LOSSES = 1;
    private static final int SQUARED_LOSSES = 2;
    private static final int BELOW = 3;

    private RollingDownside() {}

    /** The root mean square below the target times the square root of the periods in a year. */
    public static RollingSeries deviation(double[] returns, int window, RiskConventions conventions) {
        double factor = conventions.periods().dispersionFactor();
        return compute(returns, window, conventions, sums -> shortfall(sums, window, conventions) * factor);
    }

    /** The Sortino ratio per year; undefined for a window without downside. */
    public static RollingSeries sortino(double[] returns, int window, RiskConventions conventions) {
        double factor = conventions.periods().dispersionFactor();
        return compute(returns, window, conventions, sums -> {
            double mean = (sums[GAINS] - sums[LOSSES]) / window;
            return mean / undefinedIfZero(shortfall(sums, window, conventions)) * factor;
        });
    }

    /** Gains over losses around the target; undefined for a window without downside. */
    public static RollingSeries omega(double[] returns, int window, RiskConventions conventions) {
        return compute(returns, window, conventions, sums -> sums[GAINS] / undefinedIfZero(sums[LOSSES]));
    }

    /** NaN for a window without downside when only the returns below the target count. */
    private static double shortfall(double[] sums, int window, RiskConventions conventions) {
        boolean all = conventions.downsideDivisor() == DownsideDivisor.ALL_OBSERVATIONS;
        return Math.sqrt(sums[SQUARED_LOSSES] / (all ? window : sums[BELOW]));
    }

    private static double undefinedIfZero(double divisor) {
        return divisor == 0 ? Double.NaN : divisor;
    }

    private interface Ratio {
        double of(double[] sums);
    }

    private static RollingSeries compute(double[] returns, int window, RiskConventions conventions, Ratio ratio) {
        if (!Observations.allFinite(returns)) {
            return RollingSeries.undefined(window, returns.length, Reason.NOT_FINITE);
        }
        double target = conventions.target();
        WindowSums.Formula formula = new WindowSums.Formula() {
            @Override
            public void terms(int index, double[] into) {
                double distance = returns[index] - target;
                double loss = Math.max(-distance, 0);
                into[GAINS] = Math.max(distance, 0);
                into[LOSSES] = loss;
                into[SQUARED_LOSSES] = loss * loss;
                into[BELOW] = distance < 0 ? 1 : 0;
            }

            @Override
            public double value(int position, double[] sums) {
                return ratio.of(sums);
            }
        };
        return new RollingSeries(window, WindowSums.roll(returns.length, window, 4, formula), Reason.NO_DOWNSIDE);
    }
}
