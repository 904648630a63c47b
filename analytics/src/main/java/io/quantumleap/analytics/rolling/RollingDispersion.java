package io.quantumleap.analytics.rolling;

import io.quantumleap.analytics.measure.Estimator;
import io.quantumleap.analytics.measure.Moments;
import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.measure.Rounding;
import io.quantumleap.analytics.risk.RiskConventions;

/**
 * Volatility and Sharpe ratio over a rolling window. An input that is not finite leaves the whole series undefined.
 *
 * <p>Sums are taken around the mean of the two blocks that the window lies in. Should a window's own variance be so small
 * beside its distance from there that digits are lost, that window alone is computed again from its observations.
 */
public final class RollingDispersion {

    /** Below this share of the sum of squares, the variance would lose more than five digits. */
    private static final double LOST = 1e-5;

    private RollingDispersion() {}

    /** The arithmetic mean per period. */
    public static RollingSeries mean(double[] returns, int window) {
        return compute(returns, window, Reason.OUT_OF_RANGE, (mean, m2) -> mean);
    }

    /** The standard deviation times the square root of the periods in a year. */
    public static RollingSeries volatility(double[] returns, int window, RiskConventions conventions) {
        double divisor = divisor(window, conventions.estimator());
        double factor = conventions.periods().dispersionFactor();
        return compute(returns, window, Reason.TOO_FEW_OBSERVATIONS, (mean, m2) -> Math.sqrt(m2 / divisor) * factor);
    }

    /** The Sharpe ratio per year; undefined for a window of one or of equal returns. */
    public static RollingSeries sharpe(double[] returns, int window, RiskConventions conventions) {
        double divisor = divisor(window, conventions.estimator());
        double factor = conventions.periods().dispersionFactor();
        double riskFree = conventions.riskFreeRate();
        return compute(
                returns,
                window,
                window == 1 ? Reason.TOO_FEW_OBSERVATIONS : Reason.NO_VARIATION,
                (mean, m2) -> m2 == 0 ? Double.NaN : (mean - riskFree) / Math.sqrt(m2 / divisor) * factor);
    }

    /** NaN for too few observations, so that everything divided by it is undefined. */
    private static double divisor(int window, Estimator estimator) {
        long divisor = estimator.divisor(window);
        return divisor < 1 ? Double.NaN : divisor;
    }

    private interface Formula {
        double of(double mean, double m2);
    }

    private static RollingSeries compute(double[] returns, int window, Reason whenUndefined, Formula formula) {
        int positions = RollingSeries.positions(window, returns.length);
        if (!Observations.allFinite(returns)) {
            return RollingSeries.undefined(window, returns.length, Reason.NOT_FINITE);
        }
        double[] values = new double[positions];
        double[] sums = new double[window + 1];
        double[] squares = new double[window + 1];
        int equal = equalFrom(returns, 0, Math.min(window, returns.length));
        for (int base = 0; base < positions; base += window) {
            double center = WindowSums.centre(returns, base, (int) Math.min(base + 2L * window, returns.length));
            for (int j = window - 1; j >= 0; j--) {
                double distance = returns[base + j] - center;
                sums[j] = sums[j + 1] + distance;
                squares[j] = squares[j + 1] + distance * distance;
            }
            double sum = 0;
            double square = 0;
            int last = Math.min(window, positions - base);
            for (int j = 0; j < last; j++) {
                int position = base + j;
                double total = sums[j] + sum;
                double totalSquare = squares[j] + square;
                double m2 = totalSquare - total * total / window;
                if (equal >= window) {
                    values[position] = formula.of(returns[position], 0);
                } else if (m2 > LOST * totalSquare) {
                    double mean = center + total / window;
                    values[position] = formula.of(mean, Rounding.variation(window, mean, m2));
                } else {
                    Moments exact = Moments.of(returns, position, position + window);
                    values[position] = formula.of(exact.mean(), exact.m2());
                }
                int next = position + window;
                if (next < returns.length) {
                    double distance = returns[next] - center;
                    sum += distance;
                    square += distance * distance;
                    equal = returns[next] == returns[next - 1] ? equal + 1 : 1;
                }
            }
        }
        return new RollingSeries(window, values, whenUndefined);
    }

    /** How many observations up to {@code to} are equal to the last of them. */
    private static int equalFrom(double[] returns, int from, int to) {
        int equal = 1;
        while (to - equal > from && returns[to - equal - 1] == returns[to - 1]) {
            equal++;
        }
        return equal;
    }
}
