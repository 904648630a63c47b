package io.quantumleap.analytics.benchmark;

import io.quantumleap.analytics.measure.CoMoments;
import io.quantumleap.analytics.measure.Estimator;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Moments;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.returns.Returns;

/**
 * One series measured against a benchmark of the same periods.
 *
 * @param conventions the choices behind the numbers
 * @param observations how many pairs of returns there are
 * @param beta covariance over the benchmark's variance
 * @param alphaPerPeriod Jensen's alpha: mean - rf - beta (benchmark mean - rf) (Jensen 1968)
 * @param alpha the same per year
 * @param correlation of Pearson
 * @param rSquared the correlation squared
 * @param trackingError the standard deviation of the active returns, per year
 * @param informationRatio the mean active return per its standard deviation, per year (Grinold and Kahn)
 */
public record BenchmarkReport(
        BenchmarkConventions conventions,
        int observations,
        Measure beta,
        Measure alphaPerPeriod,
        Measure alpha,
        Measure correlation,
        Measure rSquared,
        Measure trackingError,
        Measure informationRatio) {

    /**
     * Measures a series against a benchmark.
     *
     * @throws IllegalArgumentException if they differ in length
     */
    public static BenchmarkReport of(double[] returns, double[] benchmark, BenchmarkConventions conventions) {
        return of(CoMoments.of(returns, benchmark), Moments.of(Returns.excess(returns, benchmark)), conventions);
    }

    /**
     * The same when the moments are there already, of an accumulator or of a cluster job.
     *
     * @param together the series first, the benchmark second
     * @param active of the series less the benchmark
     */
    public static BenchmarkReport of(CoMoments together, Moments active, BenchmarkConventions conventions) {
        Measure beta = together.beta();
        Measure alpha = beta.map(slope -> together.meanX()
                - conventions.riskFreeRate()
                - slope * (together.meanY() - conventions.riskFreeRate()));
        Measure correlation = together.correlation();
        Measure deviation = deviation(together, active, conventions.estimator());
        double factor = conventions.periods().dispersionFactor();
        return new BenchmarkReport(
                conventions,
                Math.toIntExact(together.count()),
                beta,
                alpha,
                alpha.map(rate -> conventions.alphaAnnualisation().annual(rate, conventions.periods())),
                correlation,
                correlation.map(r -> r * r),
                deviation.map(perPeriod -> perPeriod * factor),
                deviation instanceof Measure.Value value
                        ? Measure.ratio(active.mean() * factor, value.number(), Reason.NO_VARIATION)
                        : deviation);
    }

    /** Differences of finite returns that are not finite themselves have left the range of a double. */
    private static Measure deviation(CoMoments together, Moments active, Estimator estimator) {
        Measure deviation = active.standardDeviation(estimator);
        boolean finite = Double.isFinite(together.meanX()) && Double.isFinite(together.meanY());
        return finite && deviation.equals(Measure.unavailable(Reason.NOT_FINITE))
                ? Measure.unavailable(Reason.OUT_OF_RANGE)
                : deviation;
    }

    /** A report without a number, for this reason. */
    public static BenchmarkReport unavailable(BenchmarkConventions conventions, Reason reason) {
        Measure none = Measure.unavailable(reason);
        return new BenchmarkReport(conventions, 0, none, none, none, none, none, none, none);
    }
}
