package io.quantumleap.benchmarks.models;

import io.quantumleap.analytics.construction.Allocation;
import io.quantumleap.analytics.construction.EfficientFrontier;
import io.quantumleap.analytics.construction.HierarchicalRiskParity;
import io.quantumleap.analytics.construction.MaximumSharpe;
import io.quantumleap.analytics.construction.MinimumVariance;
import io.quantumleap.analytics.construction.RiskParity;
import io.quantumleap.analytics.construction.WeightLimits;
import io.quantumleap.analytics.construction.covariance.CovarianceMatrix;
import io.quantumleap.analytics.construction.covariance.SampleCovariance;
import io.quantumleap.analytics.measure.Estimator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Portfolios of 100 assets, on one core. Target: a frontier of 50 points under a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class OptimiserBenchmark {

    private static final int ASSETS = 100;

    private final CovarianceMatrix covariance = SampleCovariance.of(Markets.returns(ASSETS, 2_520), Estimator.SAMPLE)
            .orElseThrow();
    private final double[] expectedReturns = Markets.expectedReturns(ASSETS);
    private WeightLimits limits = WeightLimits.longOnly(ASSETS);

    /** Sets the limits apart from the constants that the compiler may fold. */
    @Setup
    public void limit() {
        limits = WeightLimits.between(ASSETS, 0, 0.1);
    }

    /** Fifty efficient portfolios, no short positions. */
    @Benchmark
    public EfficientFrontier.Answer frontierLongOnly() {
        return EfficientFrontier.of(covariance, expectedReturns, WeightLimits.longOnly(ASSETS), 50);
    }

    /** Fifty efficient portfolios with at most a tenth in one asset. */
    @Benchmark
    public EfficientFrontier.Answer frontierBounded() {
        return EfficientFrontier.of(covariance, expectedReturns, limits, 50);
    }

    /** The portfolio of least variance. */
    @Benchmark
    public Allocation minimumVariance() {
        return MinimumVariance.of(covariance, limits);
    }

    /** The tangency portfolio. */
    @Benchmark
    public Allocation maximumSharpe() {
        return MaximumSharpe.of(covariance, expectedReturns, 0.01, limits);
    }

    /** Equal risk contributions. */
    @Benchmark
    public Allocation riskParity() {
        return RiskParity.of(covariance);
    }

    /** Hierarchical risk parity. */
    @Benchmark
    public Allocation hierarchicalRiskParity() {
        return HierarchicalRiskParity.of(covariance);
    }
}
