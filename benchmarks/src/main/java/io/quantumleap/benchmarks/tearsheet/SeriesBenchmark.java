package io.quantumleap.benchmarks.tearsheet;

import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Wealth;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.rolling.RollingBenchmark;
import io.quantumleap.analytics.rolling.RollingDispersion;
import io.quantumleap.analytics.rolling.RollingGrowth;
import io.quantumleap.analytics.rolling.RollingSeries;
import io.quantumleap.analytics.rolling.RollingTail;
import io.quantumleap.analytics.rolling.RollingUnderwater;
import io.quantumleap.analytics.series.Reduction;
import io.quantumleap.analytics.streaming.ReturnAccumulator;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A million points: rolling measures, whose time must not depend on the window unless they are quantiles; the reduction to 2,000 points, under
 * 15 ms; the accumulator.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SeriesBenchmark {

    private static final int POINTS = 1_000_000;
    private static final int CHART = 2_000;

    /** The window of the rolling measures. */
    @State(Scope.Benchmark)
    public static class Window {

        /** How many returns it holds. */
        @Param({"21", "252", "2520"})
        public int window;
    }

    private final RiskConventions conventions = RiskConventions.usual(PeriodsPerYear.DAILY);
    private double[] returns = {};
    private double[] benchmark = {};
    private double[] positions = {};
    private double[] wealth = {};

    /** Invents the returns. */
    @Setup
    public void invent() {
        returns = Track.returns(POINTS);
        benchmark = new double[POINTS];
        Arrays.setAll(benchmark, i -> returns[POINTS - 1 - i] + returns[i] / 2);
        wealth = Wealth.path(Arrays.copyOf(returns, POINTS - 1));
        positions = new double[POINTS];
        Arrays.setAll(positions, i -> i);
    }

    /** The rolling Sharpe ratio. */
    @Benchmark
    public RollingSeries rollingSharpe(Window length) {
        return RollingDispersion.sharpe(returns, length.window, conventions);
    }

    /** The rolling maximum drawdown. */
    @Benchmark
    public RollingSeries rollingDrawdown(Window length) {
        return RollingGrowth.maximumDrawdown(returns, length.window);
    }

    /** The rolling ulcer index. */
    @Benchmark
    public RollingSeries rollingUlcer(Window length) {
        return RollingUnderwater.ulcerIndex(returns, length.window);
    }

    /** The rolling beta. */
    @Benchmark
    public RollingSeries rollingBeta(Window length) {
        return RollingBenchmark.beta(returns, benchmark, length.window);
    }

    /** The rolling value at risk, which is O(n log w). */
    @Benchmark
    public RollingSeries rollingValueAtRisk(Window length) {
        return RollingTail.valueAtRisk(returns, length.window, conventions);
    }

    /** Largest triangle three buckets. */
    @Benchmark
    public int[] largestTriangle() {
        return Reduction.largestTriangleThreeBuckets(positions, wealth, CHART);
    }

    /** One return at a time. */
    @Benchmark
    public ReturnAccumulator accumulate() {
        ReturnAccumulator accumulator = new ReturnAccumulator(0);
        for (double simple : returns) {
            accumulator.add(simple);
        }
        return accumulator;
    }
}
