package io.quantumleap.analytics.risk;

import io.quantumleap.analytics.distribution.NormalDistribution;
import io.quantumleap.analytics.measure.Estimator;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Moments;
import io.quantumleap.analytics.measure.Quantiles;

/**
 * The loss that is exceeded rarely, and how bad it is then, from the moments of the returns; signed returns per period.
 *
 * @param valueAtRisk the quantile
 * @param expectedShortfall the mean below it
 */
public record ParametricTail(Measure valueAtRisk, Measure expectedShortfall) {

    /** The tail of a normal distribution with the mean and the standard deviation of the returns. */
    public static ParametricTail gaussian(Moments moments, Estimator estimator, double confidence) {
        double p = Quantiles.complement(confidence);
        double z = NormalDistribution.quantile(p);
        double beyond = -NormalDistribution.density(z) / p;
        Measure deviation = moments.standardDeviation(estimator);
        return new ParametricTail(
                deviation.map(sd -> moments.mean() + z * sd), deviation.map(sd -> moments.mean() + beyond * sd));
    }

    /**
     * The tail with skewness and kurtosis: the quantile of the Cornish-Fisher expansion (Favre and Galeano 2002) and the mean
     * below it under the second-order Edgeworth density (Boudt, Peterson and Croux 2008), which may leave the range where
     * the expansions hold; a shortfall milder than the value at risk is then replaced by it.
     */
    public static ParametricTail cornishFisher(Moments moments, Estimator estimator, double confidence) {
        Measure skewness = moments.skewness();
        if (!(skewness instanceof Measure.Value skew) || !(moments.excessKurtosis() instanceof Measure.Value excess)) {
            return new ParametricTail(skewness, skewness);
        }
        double s = skew.number();
        double k = excess.number();
        double p = Quantiles.complement(confidence);
        double z = NormalDistribution.quantile(p);
        double quantile = z + (z * z - 1) * s / 6 + (z * z * z - 3 * z) * k / 24 - (2 * z * z * z - 5 * z) * s * s / 36;
        double beyond = Math.min(quantile, edgeworthMeanUpTo(quantile, s, k) / p);
        Measure deviation = moments.standardDeviation(estimator);
        return new ParametricTail(
                deviation.map(sd -> moments.mean() + quantile * sd), deviation.map(sd -> moments.mean() + beyond * sd));
    }

    /** The integral of z times the density 1 + s He3/6 + k He4/24 + s^2 He6/72 over the normal one, up to a limit. */
    private static double edgeworthMeanUpTo(double limit, double s, double k) {
        double[] m = partialMoments(limit);
        double he3 = m[4] - 3 * m[2];
        double he4 = m[5] - 6 * m[3] + 3 * m[1];
        double he6 = m[7] - 15 * m[5] + 45 * m[3] - 15 * m[1];
        return m[1] + s / 6 * he3 + k / 24 * he4 + s * s / 72 * he6;
    }

    /** The integrals of z^q times the normal density up to a limit, for q from 0 to 7, by parts. */
    private static double[] partialMoments(double limit) {
        double[] moments = new double[8];
        double density = NormalDistribution.density(limit);
        moments[0] = NormalDistribution.cumulative(limit);
        moments[1] = -density;
        double power = limit;
        for (int q = 2; q < moments.length; q++) {
            moments[q] = (q - 1) * moments[q - 2] - power * density;
            power *= limit;
        }
        return moments;
    }
}
