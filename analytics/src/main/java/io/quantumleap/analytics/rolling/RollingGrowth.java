package io.quantumleap.analytics.rolling;

import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.returns.Returns;
import io.quantumleap.analytics.risk.Ratios;

/**
 * Compound return and maximum drawdown over a rolling window. An input that is not finite, or below -1, leaves the whole
 * series undefined.
 */
public final class RollingGrowth {

    private RollingGrowth() {}

    /** The compound return of each window. */
    public static RollingSeries cumulativeReturn(double[] returns, int window) {
        return compounded(returns, window, wealth -> wealth - 1);
    }

    /** The compound annual growth rate of each window. */
    public static RollingSeries compoundAnnualGrowthRate(double[] returns, int window, PeriodsPerYear periods) {
        double exponent = periods.value() / window;
        return compounded(returns, window, wealth -> Math.pow(wealth, exponent) - 1);
    }

    private interface Formula {
        double of(double wealth);
    }

    private static RollingSeries compounded(double[] returns, int window, Formula formula) {
        int positions = RollingSeries.positions(window, returns.length);
        Reason reason = Returns.whyNotCompounded(returns);
        if (reason != Reason.OUT_OF_RANGE) {
            return RollingSeries.undefined(window, returns.length, reason);
        }
        double[] values = new double[positions];
        double[] products = new double[window + 1];
        products[window] = 1;
        for (int base = 0; base < positions; base += window) {
            for (int j = window - 1; j >= 0; j--) {
                products[j] = products[j + 1] * (1 + returns[base + j]);
            }
            double product = 1;
            int last = Math.min(window, positions - base);
            for (int j = 0; j < last; j++) {
                values[base + j] = formula.of(products[j] * product);
                int next = base + j + window;
                product *= next < returns.length ? 1 + returns[next] : 1;
            }
        }
        return new RollingSeries(window, values, Reason.OUT_OF_RANGE);
    }

    /**
     * The maximum drawdown of each window, its start counting as a peak. Two stretches of wealth join like this: the deepest
     * fall lies in the first, in the second, or from the peak of the first to the trough of the second.
     */
    public static RollingSeries maximumDrawdown(double[] returns, int window) {
        int positions = RollingSeries.positions(window, returns.length);
        Reason reason = Returns.whyNotCompounded(returns);
        if (reason != Reason.OUT_OF_RANGE) {
            return RollingSeries.undefined(window, returns.length, reason);
        }
        double[] values = new double[positions];
        double[] ends = new double[window + 1];
        double[] peaks = new double[window + 1];
        double[] falls = new double[window + 1];
        for (int base = 0; base < positions; base += window) {
            ends[window] = 1;
            peaks[window] = 1;
            double trough = 1;
            for (int j = window - 1; j >= 0; j--) {
                double growth = 1 + returns[base + j];
                ends[j] = growth * ends[j + 1];
                peaks[j] = Math.max(1, growth * peaks[j + 1]);
                trough = Math.min(1, growth * trough);
                falls[j] = Math.min(falls[j + 1], trough - 1);
            }
            double wealth = 1;
            double peak = 1;
            double lowest = 1;
            double fall = 0;
            int last = Math.min(window, positions - base);
            for (int j = 0; j < last; j++) {
                double across = ends[j] * lowest / peaks[j] - 1;
                values[base + j] = Math.min(Math.min(falls[j], fall), across);
                int next = base + j + window;
                if (next < returns.length) {
                    wealth *= 1 + returns[next];
                    peak = Math.max(peak, wealth);
                    lowest = Math.min(lowest, wealth);
                    fall = Math.min(fall, wealth / peak - 1);
                }
            }
        }
        return new RollingSeries(window, values, Reason.OUT_OF_RANGE);
    }

    /** The Calmar ratio: growth per year over the absolute maximum drawdown; undefined for a window without a drawdown. */
    public static RollingSeries calmar(double[] returns, int window, PeriodsPerYear periods) {
        Reason reason = Returns.whyNotCompounded(returns);
        if (reason != Reason.OUT_OF_RANGE) {
            return RollingSeries.undefined(window, returns.length, reason);
        }
        RollingSeries growth = compoundAnnualGrowthRate(returns, window, periods);
        RollingSeries fall = maximumDrawdown(returns, window);
        double[] values = new double[growth.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = RollingSeries.encode(Ratios.calmar(growth.at(i), fall.at(i)));
        }
        return new RollingSeries(window, values, Reason.NO_DRAWDOWN);
    }
}
