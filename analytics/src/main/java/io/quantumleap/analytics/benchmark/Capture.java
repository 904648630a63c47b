package io.quantumleap.analytics.benchmark;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.returns.Returns;
import java.util.Arrays;

/**
 * How much of the benchmark's rise and fall a series took part in.
 *
 * @param up its return over the benchmark's, in periods in which the benchmark rose
 * @param down likewise in periods in which it fell
 */
public record Capture(Measure up, Measure down) {

    /**
     * The capture of a series.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Capture of(double[] returns, double[] benchmark, CaptureMethod method, PeriodsPerYear periods) {
        Observations.requireSameLength(returns, benchmark);
        return new Capture(
                side(returns, benchmark, 1, Reason.NO_UPSIDE, method, periods),
                side(returns, benchmark, -1, Reason.NO_DOWNSIDE, method, periods));
    }

    /** The up capture over the down capture. */
    public Measure ratio() {
        if (!(up instanceof Measure.Value rise)) {
            return up;
        }
        return down instanceof Measure.Value fall
                ? Measure.ratio(rise.number(), fall.number(), Reason.NO_DOWNSIDE)
                : down;
    }

    private static Measure side(
            double[] returns, double[] benchmark, int sign, Reason none, CaptureMethod method, PeriodsPerYear periods) {
        double[] own = new double[returns.length];
        double[] other = new double[returns.length];
        int count = 0;
        for (int i = 0; i < returns.length; i++) {
            // NaN is kept, so that it is found.
            if (!(benchmark[i] * sign <= 0)) {
                own[count] = returns[i];
                other[count++] = benchmark[i];
            }
        }
        if (returns.length == 0) {
            return Measure.unavailable(Reason.NO_OBSERVATIONS);
        }
        if (count == 0) {
            return Measure.unavailable(none);
        }
        Measure earned = summedUp(Arrays.copyOf(own, count), method, periods);
        Measure offered = summedUp(Arrays.copyOf(other, count), method, periods);
        if (!(offered instanceof Measure.Value there)) {
            return offered;
        }
        return earned instanceof Measure.Value here ? Measure.ratio(here.number(), there.number(), none) : earned;
    }

    private static Measure summedUp(double[] returns, CaptureMethod method, PeriodsPerYear periods) {
        return switch (method) {
            case GEOMETRIC -> Returns.compoundAnnualGrowthRate(returns, periods);
            case CUMULATIVE -> Returns.cumulative(returns);
            case ARITHMETIC -> Returns.arithmeticTotal(returns);
        };
    }
}
