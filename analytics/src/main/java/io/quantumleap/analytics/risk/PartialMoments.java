package io.quantumleap.analytics.risk;

import io.quantumleap.analytics.measure.CompensatedSum;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;

/**
 * What lies above and below a target, as sums of distances and of their squares, from one pass.
 *
 * @param count the number of observations
 * @param target the target per period
 * @param above how many lie above the target
 * @param below how many lie below it
 * @param gains the sum of the distances above; infinite if it overflows, NaN if an observation is not finite
 * @param losses the sum of the distances below, positive; likewise
 * @param squaredGains the sum of the squared distances above
 * @param squaredLosses the sum of the squared distances below
 */
public record PartialMoments(
        long count,
        double target,
        long above,
        long below,
        double gains,
        double losses,
        double squaredGains,
        double squaredLosses) {

    /** The partial moments of an array around a target. */
    public static PartialMoments of(double[] returns, double target) {
        double gains = 0;
        double gainsLost = 0;
        double losses = 0;
        double lossesLost = 0;
        double squaredGains = 0;
        double squaredLosses = 0;
        int above = 0;
        int below = 0;
        // Without a branch, because gains and losses follow no pattern; NaN spoils both sides, as it must.
        for (double simple : returns) {
            double distance = simple - target;
            double gain = Math.max(distance, 0);
            double loss = Math.max(-distance, 0);
            double nextGains = gains + gain;
            double nextLosses = losses + loss;
            gainsLost += CompensatedSum.roundingError(gains, gain, nextGains);
            lossesLost += CompensatedSum.roundingError(losses, loss, nextLosses);
            gains = nextGains;
            losses = nextLosses;
            squaredGains += gain * gain;
            squaredLosses += loss * loss;
            above += distance > 0 ? 1 : 0;
            below += distance < 0 ? 1 : 0;
        }
        return new PartialMoments(
                returns.length,
                target,
                above,
                below,
                total(gains, gainsLost, returns),
                total(losses, lossesLost, returns),
                squaredGains,
                squaredLosses);
    }

    /** The sum with its rounding errors; infinite if only the sum leaves the range of a double, NaN for bad observations. */
    private static double total(double sum, double lost, double[] returns) {
        if (Double.isFinite(sum)) {
            return sum + lost;
        }
        return Observations.allFinite(returns) ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    /** The root mean square of the distances below the target, per period. */
    public Measure downsideDeviation(DownsideDivisor divisor) {
        return switch (divisor) {
            case ALL_OBSERVATIONS -> rootMean(squaredLosses, count, Reason.NO_OBSERVATIONS);
            case OBSERVATIONS_BELOW_TARGET -> rootMean(squaredLosses, below, Reason.NO_DOWNSIDE);
        };
    }

    /** The mean of the squared distances below the target over all observations, per period (lower semivariance). */
    public Measure semivariance() {
        return mean(squaredLosses, count, Reason.NO_OBSERVATIONS);
    }

    /** The root mean square of the distances above the target over all observations, per period (upside risk). */
    public Measure upsideDeviation() {
        return rootMean(squaredGains, count, Reason.NO_OBSERVATIONS);
    }

    /** The mean distance below the target over all observations, positive (Bacon's downside potential). */
    public Measure downsidePotential() {
        return mean(losses, count, Reason.NO_OBSERVATIONS);
    }

    /** The mean distance above the target over all observations (Bacon's upside potential). */
    public Measure upsidePotential() {
        return mean(gains, count, Reason.NO_OBSERVATIONS);
    }

    /** The share of observations below the target. */
    public Measure downsideFrequency() {
        return mean((double) below, count, Reason.NO_OBSERVATIONS);
    }

    /** The share of observations above the target. */
    public Measure upsideFrequency() {
        return mean((double) above, count, Reason.NO_OBSERVATIONS);
    }

    /** The omega ratio: gains over losses around the target (Keating and Shadwick 2002). */
    public Measure omega() {
        if (count == 0) {
            return Measure.unavailable(Reason.NO_OBSERVATIONS);
        }
        return Double.isFinite(gains) && Double.isFinite(losses)
                ? Measure.ratio(gains, losses, Reason.NO_DOWNSIDE)
                : notFinite();
    }

    /**
     * The Sortino ratio per year: the mean over the target per downside deviation, times the square root of the periods in a
     * year (Sortino and van der Meer 1991).
     */
    public Measure sortino(DownsideDivisor divisor, PeriodsPerYear periods) {
        Measure deviation = downsideDeviation(divisor);
        if (!(deviation instanceof Measure.Value value)) {
            return deviation;
        }
        double mean = (gains - losses) / count;
        return Measure.ratio(mean * periods.dispersionFactor(), value.number(), Reason.NO_DOWNSIDE);
    }

    /** The upside potential ratio: upside potential over downside deviation (Sortino, van der Meer and Plantinga 1999). */
    public Measure upsidePotentialRatio(DownsideDivisor divisor) {
        Measure deviation = downsideDeviation(divisor);
        return deviation instanceof Measure.Value value
                ? Measure.ratio(gains / count, value.number(), Reason.NO_DOWNSIDE)
                : deviation;
    }

    /** Volatility skewness: the mean squared distance above the target over the one below (Bacon). Above 1 is good. */
    public Measure volatilitySkewness() {
        return variabilitySkewness().map(ratio -> ratio * ratio);
    }

    /** Variability skewness: upside deviation over downside deviation, both over all observations (Bacon). */
    public Measure variabilitySkewness() {
        return upsideDeviation().over(downsideDeviation(DownsideDivisor.ALL_OBSERVATIONS), Reason.NO_DOWNSIDE);
    }

    private Measure rootMean(double sum, long divisor, Reason whenNone) {
        return mean(sum, divisor, whenNone).map(Math::sqrt);
    }

    private Measure mean(double sum, long divisor, Reason whenNone) {
        if (count == 0) {
            return Measure.unavailable(Reason.NO_OBSERVATIONS);
        }
        return checked() ? Measure.ratio(sum, (double) divisor, whenNone) : notFinite();
    }

    private boolean checked() {
        return Double.isFinite(squaredGains) && Double.isFinite(squaredLosses);
    }

    private Measure notFinite() {
        return Measure.unavailable(Double.isNaN(gains + losses) ? Reason.NOT_FINITE : Reason.OUT_OF_RANGE);
    }
}
