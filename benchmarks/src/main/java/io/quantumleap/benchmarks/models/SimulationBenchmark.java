package io.quantumleap.benchmarks.models;

import io.quantumleap.analytics.simulation.Resampling;
import io.quantumleap.analytics.simulation.WealthForecast;
import io.quantumleap.analytics.simulation.WealthPlan;
import io.quantumleap.analytics.simulation.WealthSimulation;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 100,000 paths of ten years with yearly bands, on the common pool. Target: under 3 s on two cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class SimulationBenchmark {

    /** Daily or monthly returns. */
    @Param({"252", "12"})
    public int periodsPerYear;

    private final double[] daily = Markets.returns(1, 2_520)[0];

    /** Single periods. */
    @Benchmark
    public WealthForecast bootstrap() {
        return simulate(new Resampling.Independent());
    }

    /** Blocks of a mean length of 20. */
    @Benchmark
    public WealthForecast stationaryBootstrap() {
        return simulate(new Resampling.StationaryBlocks(20));
    }

    /** Blocks of length 20. */
    @Benchmark
    public WealthForecast circularBlockBootstrap() {
        return simulate(new Resampling.CircularBlocks(20));
    }

    private WealthForecast simulate(Resampling resampling) {
        WealthPlan plan = WealthPlan.yearly(100, periodsPerYear, 10, 100_000, resampling);
        return WealthSimulation.runInParallel(daily, plan, 1);
    }
}
