package io.quantumleap.benchmarks.models;

import io.quantumleap.analytics.construction.covariance.CovarianceEstimate;
import io.quantumleap.analytics.construction.covariance.ExponentialCovariance;
import io.quantumleap.analytics.construction.covariance.LedoitWolfConstantCorrelation;
import io.quantumleap.analytics.construction.covariance.LedoitWolfIdentity;
import io.quantumleap.analytics.construction.covariance.SampleCovariance;
import io.quantumleap.analytics.measure.Estimator;
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

/** Covariance of ten years of daily returns, on one core. Target: 500 assets under 250 ms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CovarianceBenchmark {

    /** How many assets. */
    @Param({"50", "500"})
    public int assets;

    private double[][] returns = {};

    /** Invents the returns. */
    @Setup
    public void invent() {
        returns = Markets.returns(assets, 2_520);
    }

    /** The sample covariance. */
    @Benchmark
    public CovarianceEstimate sample() {
        return SampleCovariance.of(returns, Estimator.SAMPLE);
    }

    /** Shrunk to the identity. */
    @Benchmark
    public CovarianceEstimate ledoitWolfIdentity() {
        return LedoitWolfIdentity.of(returns);
    }

    /** Shrunk to constant correlation. */
    @Benchmark
    public CovarianceEstimate ledoitWolfConstantCorrelation() {
        return LedoitWolfConstantCorrelation.of(returns);
    }

    /** Exponentially weighted. */
    @Benchmark
    public CovarianceEstimate exponential() {
        return ExponentialCovariance.of(returns, 0.97, ExponentialCovariance.Centre.ZERO);
    }
}
