package io.quantumleap.analytics.benchmark;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.returns.Returns;

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
        if (returns.length == 0) {
            return unavailable(Reason.NO_OBSERVATIONS);
        }
        if (!Observations.allFinite(returns) || !Observations.allFinite(benchmark)) {
            return unavailable(Reason.NOT_FINITE);
        }
        return new Capture(
                share(MarketSide.rising(returns, benchmark), Reason.NO_UPSIDE, method, periods),
                share(MarketSide.falling(returns, benchmark), Reason.NO_DOWNSIDE, method, periods));
    }

    /** No capture, for this reason. */
    public static Capture unavailable(Reason reason) {
        return new Capture(Measure.unavailable(reason), Measure.unavailable(reason));
    }

    /** The up capture over the down capture. */
    public Measure ratio() {
        return up.over(down, Reason.NO_DOWNSIDE);
    }

    private static Measure share(MarketSide side, Reason none, CaptureMethod method, PeriodsPerYear periods) {
        if (side.own().length == 0) {
            return Measure.unavailable(none);
        }
        Measure offered = summedUp(side.benchmark(), method, periods);
        return offered.available() ? summedUp(side.own(), method, periods).over(offered, none) : offered;
    }

    private static Measure summedUp(double[] returns, CaptureMethod method, PeriodsPerYear periods) {
        return switch (method) {
            case GEOMETRIC -> Returns.compoundAnnualGrowthRate(returns, periods);
            case CUMULATIVE -> Returns.cumulative(returns);
            case ARITHMETIC -> Returns.arithmeticTotal(returns);
        };
    }
}
