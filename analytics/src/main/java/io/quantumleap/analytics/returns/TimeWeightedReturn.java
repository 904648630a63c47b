package io.quantumleap.analytics.returns;

import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.Reason;
import java.util.Arrays;

/**
 * The time-weighted return: what the manager earned, whatever the investor paid in or took out (GIPS 2020, provision 2.A;
 * Bacon, "Practical Portfolio Performance Measurement and Attribution", 2nd ed., chapter 2).
 *
 * <p>Valuations stand at the end of each interval. Inflows count at its start and outflows at its end, so that
 * {@code r_t = (V_t + Out_t) / (V_{t-1} + In_t) - 1}. An interval with no capital and no value (nothing was invested) is left
 * out. One that begins with no positive capital and yet ends with value, or with debt, has no return: it is refused.
 */
public final class TimeWeightedReturn {

    private TimeWeightedReturn() {}

    /** The returns between valuations of a portfolio that nobody pays into or takes out of. */
    public static Linking link(double[] values) {
        double[] none = new double[values.length];
        return link(values, none, none);
    }

    /**
     * The returns between valuations, without the effect of external flows.
     *
     * @param values the value at the end of each interval; the first is where measuring starts
     * @param inflows what came in during the interval that ends with the value of the same index, never negative; the first
     *     is not looked at
     * @param outflows likewise what went out
     * @throws IllegalArgumentException if the arrays differ in length or a flow is negative
     */
    public static Linking link(double[] values, double[] inflows, double[] outflows) {
        Observations.requireSameLength(values, inflows);
        Observations.requireSameLength(values, outflows);
        int intervals = Math.max(values.length - 1, 0);
        double[] returns = new double[intervals];
        int[] ends = new int[intervals];
        int count = 0;
        for (int i = 1; i < values.length; i++) {
            requireDirection(inflows[i], outflows[i]);
            double capital = values[i - 1] + inflows[i];
            double result = values[i] + outflows[i];
            if (!Double.isFinite(capital) || !Double.isFinite(result)) {
                return new Linking.Refused(Reason.NOT_FINITE, i);
            }
            if (capital > 0) {
                returns[count] = change(result, capital, inflows[i] != 0 || outflows[i] != 0) / capital;
                ends[count++] = i;
            } else if (capital < 0 || result != 0) {
                return new Linking.Refused(Reason.NO_CAPITAL, i);
            }
        }
        return new LinkedReturns(Arrays.copyOf(returns, count), Arrays.copyOf(ends, count));
    }

    /**
     * What was earned. A flow is added to a value with an error of some units in the last place: a difference no greater than
     * that is none, or a withdrawal alone would count as a day with a gain.
     */
    private static double change(double result, double capital, boolean flowed) {
        double change = result - capital;
        return flowed && Math.abs(change) <= 2 * (Math.ulp(result) + Math.ulp(capital)) ? 0 : change;
    }

    private static void requireDirection(double inflow, double outflow) {
        if (inflow < 0 || outflow < 0) {
            throw new IllegalArgumentException("Flows are never negative: the array gives the direction.");
        }
    }
}
