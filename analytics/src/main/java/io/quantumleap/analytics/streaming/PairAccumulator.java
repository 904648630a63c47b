package io.quantumleap.analytics.streaming;

import io.quantumleap.analytics.measure.CoMoments;
import io.quantumleap.analytics.measure.Moments;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Takes pairs, such as a return and the benchmark's, one at a time and knows their co-moments and those of their differences
 * at any time: beta, correlation, alpha, tracking error, information ratio (see {@link
 * io.quantumleap.analytics.benchmark.BenchmarkReport#of(CoMoments, Moments,
 * io.quantumleap.analytics.benchmark.BenchmarkConventions)}). Merging is commutative. Not safe for use by many threads at once.
 */
public final class PairAccumulator implements Serializable {

    private static final long serialVersionUID = 1;
    private static final MathContext WIDE = new MathContext(80);

    private long count;
    private final WideSum sumX = new WideSum();
    private final WideSum sumY = new WideSum();
    private final WideSum squareX = new WideSum();
    private final WideSum squareY = new WideSum();
    private final WideSum product = new WideSum();
    private final PowerSums active = new PowerSums();
    private double minimumX = Double.POSITIVE_INFINITY;
    private double maximumX = Double.NEGATIVE_INFINITY;
    private double minimumY = Double.POSITIVE_INFINITY;
    private double maximumY = Double.NEGATIVE_INFINITY;

    /** Holds nothing yet. */
    public PairAccumulator() {}

    /** Adds the next pair. */
    public void add(double x, double y) {
        count++;
        sumX.add(x);
        sumY.add(y);
        addProduct(squareX, x, x);
        addProduct(squareY, y, y);
        addProduct(product, x, y);
        active.add(x - y);
        minimumX = Math.min(minimumX, x);
        maximumX = Math.max(maximumX, x);
        minimumY = Math.min(minimumY, y);
        maximumY = Math.max(maximumY, y);
    }

    private static void addProduct(WideSum sum, double x, double y) {
        double rounded = x * y;
        sum.add(rounded, Math.fma(x, y, -rounded));
    }

    /** Adds the pairs of another accumulator. */
    public void merge(PairAccumulator other) {
        count += other.count;
        sumX.add(other.sumX);
        sumY.add(other.sumY);
        squareX.add(other.squareX);
        squareY.add(other.squareY);
        product.add(other.product);
        active.add(other.active);
        minimumX = Math.min(minimumX, other.minimumX);
        maximumX = Math.max(maximumX, other.maximumX);
        minimumY = Math.min(minimumY, other.minimumY);
        maximumY = Math.max(maximumY, other.maximumY);
    }

    /** Means, variances and covariance of the pairs so far. */
    public CoMoments coMoments() {
        if (count == 0) {
            return new CoMoments(0, 0, 0, 0, 0, 0);
        }
        if (!(sumX.isFinite() && sumY.isFinite() && squareX.isFinite() && squareY.isFinite() && product.isFinite())) {
            return new CoMoments(count, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        BigDecimal n = BigDecimal.valueOf(count);
        BigDecimal meanX = sumX.exact().divide(n, WIDE);
        BigDecimal meanY = sumY.exact().divide(n, WIDE);
        boolean constantX = minimumX == maximumX;
        boolean constantY = minimumY == maximumY;
        return new CoMoments(
                count,
                meanX.doubleValue(),
                meanY.doubleValue(),
                constantX ? 0 : Math.max(central(squareX, meanX, meanX, n), 0),
                constantY ? 0 : Math.max(central(squareY, meanY, meanY, n), 0),
                constantX || constantY ? 0 : central(product, meanX, meanY, n));
    }

    /** The moments of the differences, first less second: tracking error and information ratio. */
    public Moments active() {
        return active.moments();
    }

    private static double central(WideSum raw, BigDecimal meanX, BigDecimal meanY, BigDecimal n) {
        return raw.exact().subtract(n.multiply(meanX).multiply(meanY)).doubleValue();
    }
}
