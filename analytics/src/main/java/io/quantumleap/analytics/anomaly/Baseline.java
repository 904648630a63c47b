package io.quantumleap.analytics.anomaly;

import io.quantumleap.analytics.measure.Estimator;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Moments;
import io.quantumleap.analytics.measure.QuantileType;
import io.quantumleap.analytics.measure.Quantiles;
import io.quantumleap.analytics.measure.Reason;
import java.util.Arrays;

/**
 * What is normal: the centre of a series in control and its standard deviation.
 *
 * @param centre the level that deviations are taken from
 * @param deviation the standard deviation of one observation, positive
 */
public record Baseline(double centre, double deviation) {

    /** Makes the median absolute deviation of normal observations their standard deviation: 1 / quantile(3/4). */
    private static final double MAD_TO_DEVIATION = 1.482602218505602;

    /**
     * Refuses what is no baseline.
     *
     * @throws IllegalArgumentException if a number is not finite or the deviation is not positive
     */
    public Baseline {
        if (!(Double.isFinite(centre) && Double.isFinite(deviation) && deviation > 0)) {
            throw new IllegalArgumentException("A baseline is finite, and its deviation is positive.");
        }
    }

    /** The answer of an estimate: a baseline, or the reason why there is none. */
    public sealed interface Estimate {

        /** A baseline. */
        record Found(Baseline baseline) implements Estimate {}

        /** There is none, and this is why. */
        record Unavailable(Reason reason) implements Estimate {}

        /**
         * The baseline.
         *
         * @throws IllegalStateException with the reason's sentence if there is none
         */
        default Baseline orElseThrow() {
            if (this instanceof Unavailable unavailable) {
                throw new IllegalStateException(unavailable.reason().sentence());
            }
            return ((Found) this).baseline();
        }
    }

    /** Mean and sample standard deviation of observations known to be in control. */
    public static Estimate ofMean(double[] inControl) {
        Moments moments = Moments.of(inControl);
        var deviation = moments.standardDeviation(Estimator.SAMPLE);
        if (deviation instanceof Measure.Unavailable unavailable) {
            return new Estimate.Unavailable(unavailable.reason());
        }
        return estimate(moments.mean(), deviation.orElseThrow());
    }

    /**
     * Median and scaled median absolute deviation, which outliers among the observations hardly move: for latencies. Source:
     * F. R. Hampel, The influence curve and its role in robust estimation, Journal of the American Statistical Association 69
     * (1974) 383-393.
     */
    public static Estimate ofMedian(double[] inControl) {
        var median = Quantiles.of(inControl, 0.5, QuantileType.LINEAR);
        if (median instanceof Measure.Unavailable unavailable) {
            return new Estimate.Unavailable(unavailable.reason());
        }
        double centre = median.orElseThrow();
        double[] distances =
                Arrays.stream(inControl).map(x -> Math.abs(x - centre)).toArray();
        return estimate(centre, MAD_TO_DEVIATION * Quantiles.inPlace(distances, 0.5, QuantileType.LINEAR));
    }

    private static Estimate estimate(double centre, double deviation) {
        if (!Double.isFinite(deviation)) {
            return new Estimate.Unavailable(Reason.OUT_OF_RANGE);
        }
        return deviation > 0
                ? new Estimate.Found(new Baseline(centre, deviation))
                : new Estimate.Unavailable(Reason.NO_VARIATION);
    }
}
