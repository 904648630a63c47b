package io.quantumleap.benchmarks.models;

import io.quantumleap.analytics.backtest.Backtest;
import io.quantumleap.analytics.backtest.BacktestSettings;
import io.quantumleap.analytics.backtest.PriceBars;
import io.quantumleap.analytics.backtest.Strategies;
import io.quantumleap.analytics.measure.Wealth;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Ten years of daily bars of ten assets. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BacktestBenchmark {

    private final PriceBars bars = PriceBars.ofCloses(
            Arrays.stream(Markets.returns(10, 2_520)).map(Wealth::path).toArray(double[][]::new));

    /** Averages of 50 and 200 closes. */
    @Benchmark
    public Backtest.Answer movingAverageCrossover() {
        return Backtest.run(bars, Strategies.movingAverageCrossover(50, 200), BacktestSettings.free(1));
    }

    /** The best three of ten by yearly return, monthly. */
    @Benchmark
    public Backtest.Answer momentum() {
        return Backtest.run(bars, Strategies.momentum(252, 21, 3, 21), BacktestSettings.free(1));
    }
}
