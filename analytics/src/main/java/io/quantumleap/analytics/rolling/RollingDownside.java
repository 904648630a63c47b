package io.quantumleap.analytics.rolling;

import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.risk.DownsideDivisor;
import io.quantumleap.analytics.risk.RiskConventions;

/** Downside deviation and Sortino ratio over a rolling window. An input that is not finite leaves it all undefined. */
public final class RollingDownside {

    private RollingDownside() {}

    /** The root mean square below the target times the square root of the periods in a year. */
    public static RollingSeries deviation(double[] returns, int window, RiskConventions conventions) {
        double factor = conventions.periods().dispersionFactor();
        return compute(returns, window, conventions, (mean, deviation) -> deviation * factor);
    }

    /** The Sortino ratio per year; undefined for a window without downside. */
    public static RollingSeries sortino(double[] returns, int window, RiskConventions conventions) {
        double factor = conventions.periods().dispersionFactor();
        return compute(
                returns,
                window,
                conventions,
                (mean, deviation) -> deviation == 0 ? Double.NaN : mean / deviation * factor);
    }

    private interface Formula {
        double of(double meanOverTarget, double deviation);
    }

    private static RollingSeries compute(double[] returns, int window, RiskConventions conventions, Formula formula) {
        int positions = RollingSeries.positions(window, returns.length);
        if (!Observations.allFinite(returns)) {
            return RollingSeries.undefined(window, returns.length, Reason.NOT_FINITE);
        }
        boolean all = conventions.downsideDivisor() == DownsideDivisor.ALL_OBSERVATIONS;
        double target = conventions.target();
        double[] values = new double[positions];
        double[] sums = new double[window + 1];
        double[] squares = new double[window + 1];
        int[] counts = new int[window + 1];
        for (int base = 0; base < positions; base += window) {
            for (int j = window - 1; j >= 0; j--) {
                double distance = returns[base + j] - target;
                double below = Math.min(distance, 0);
                sums[j] = sums[j + 1] + distance;
                squares[j] = squares[j + 1] + below * below;
                counts[j] = counts[j + 1] + (distance < 0 ? 1 : 0);
            }
            double sum = 0;
            double square = 0;
            int count = 0;
            int last = Math.min(window, positions - base);
            for (int j = 0; j < last; j++) {
                int divisor = all ? window : counts[j] + count;
                values[base + j] = formula.of((sums[j] + sum) / window, Math.sqrt((squares[j] + square) / divisor));
                int next = base + j + window;
                if (next < returns.length) {
                    double distance = returns[next] - target;
                    double below = Math.min(distance, 0);
                    sum += distance;
                    square += below * below;
                    count += distance < 0 ? 1 : 0;
                }
            }
        }
        return new RollingSeries(window, values, Reason.NO_DOWNSIDE);
    }
}
