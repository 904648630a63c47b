package io.quantumleap.analytics.rolling;

import io.quantumleap.analytics.benchmark.CaptureMethod;
import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.returns.Returns;

/**
 * The capture of a benchmark's rise and fall over a rolling window, in O(n) whatever the window: growth is added up as
 * logarithms. An input that is not finite leaves the whole series undefined; so does one below -1, unless returns are summed.
 */
public final class RollingCapture {

    private static final int OWN = 0;
    private static final int BENCHMARK = 1;
    private static final int COUNT = 2;

    private RollingCapture() {}

    /** The up capture; undefined for a window in which the benchmark did not rise. */
    public static RollingSeries up(
            double[] returns, double[] benchmark, int window, CaptureMethod method, PeriodsPerYear periods) {
        return compute(returns, benchmark, window, new Side(1, method, periods), Reason.NO_UPSIDE);
    }

    /** The down capture; undefined for a window in which the benchmark did not fall. */
    public static RollingSeries down(
            double[] returns, double[] benchmark, int window, CaptureMethod method, PeriodsPerYear periods) {
        return compute(returns, benchmark, window, new Side(-1, method, periods), Reason.NO_DOWNSIDE);
    }

    private record Side(int sign, CaptureMethod method, PeriodsPerYear periods) {

        boolean compounds() {
            return method != CaptureMethod.ARITHMETIC;
        }

        double term(double simple) {
            return compounds() ? Math.log1p(simple) : simple;
        }

        double total(double sum, double count) {
            return switch (method) {
                case GEOMETRIC -> Math.expm1(sum * periods.value() / count);
                case CUMULATIVE -> Math.expm1(sum);
                case ARITHMETIC -> sum;
            };
        }
    }

    private static RollingSeries compute(
            double[] own, double[] benchmark, int window, Side side, Reason whenUndefined) {
        Observations.requireSameLength(own, benchmark);
        for (double[] series : new double[][] {own, benchmark}) {
            Reason reason = side.compounds() ? Returns.whyNotCompounded(series) : Reason.OUT_OF_RANGE;
            reason = Observations.allFinite(series) ? reason : Reason.NOT_FINITE;
            if (reason != Reason.OUT_OF_RANGE) {
                return RollingSeries.undefined(window, own.length, reason);
            }
        }
        return new RollingSeries(
                window, WindowSums.roll(own.length, window, 3, new Sums(own, benchmark, side)), whenUndefined);
    }

    private static final class Sums implements WindowSums.Formula {

        private final double[] own;
        private final double[] benchmark;
        private final Side side;

        Sums(double[] own, double[] benchmark, Side side) {
            this.own = own;
            this.benchmark = benchmark;
            this.side = side;
        }

        @Override
        public void terms(int index, double[] into) {
            boolean counts = benchmark[index] * side.sign > 0;
            into[OWN] = counts ? side.term(own[index]) : 0;
            into[BENCHMARK] = counts ? side.term(benchmark[index]) : 0;
            into[COUNT] = counts ? 1 : 0;
        }

        @Override
        public double value(int position, double[] sums) {
            double offered = sums[COUNT] == 0 ? 0 : side.total(sums[BENCHMARK], sums[COUNT]);
            return offered == 0 ? Double.NaN : side.total(sums[OWN], sums[COUNT]) / offered;
        }
    }
}
