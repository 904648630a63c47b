package io.quantumleap.analytics.construction.covariance;

/**
 * The exponentially weighted (EWMA) covariance, S = sum w_t (x_t - c)(x_t - c)' with w_t proportional to lambda^(T - 1 - t)
 * and adding up to one, so that the newest period weighs most.
 *
 * <p>Source: J.P. Morgan/Reuters, RiskMetrics Technical Document, 4th ed. 1996, section 5.2 (lambda 0.94 for daily and 0.97
 * for monthly returns, centre zero). The weights are divided by their finite sum, so no start value is needed.
 */
public final class ExponentialCovariance {

    /** What the deviations are taken from. */
    public enum Centre {
        /** Zero, as in RiskMetrics. */
        ZERO,
        /** The mean under the same weights. */
        WEIGHTED_MEAN
    }

    private ExponentialCovariance() {}

    /**
     * The covariance per period.
     *
     * @param returns one series for each asset, oldest first, all of one length
     * @param lambda the decay, above 0 and at most 1 (1 weighs all periods alike)
     * @throws IllegalArgumentException if there is no asset, the series differ in length, or lambda is out of its range
     */
    public static CovarianceEstimate of(double[][] returns, double lambda, Centre centre) {
        if (!(lambda > 0 && lambda <= 1)) {
            throw new IllegalArgumentException("Lambda lies above 0 and is at most 1.");
        }
        ReturnPanel panel = ReturnPanel.of(returns);
        return panel.refusal(1).orElseGet(() -> estimate(panel, weights(panel.periods(), lambda), centre));
    }

    private static CovarianceEstimate estimate(ReturnPanel panel, double[] weights, Centre centre) {
        double[] centres = new double[panel.assets()];
        if (centre == Centre.WEIGHTED_MEAN) {
            for (int asset = 0; asset < centres.length; asset++) {
                centres[asset] = panel.weightedMean(asset, weights);
            }
        }
        double[][] rows = panel.turned(centres);
        for (int period = 0; period < rows.length; period++) {
            scale(rows[period], Math.sqrt(weights[period]));
        }
        return Estimates.of(CrossProducts.of(rows, 1), 0);
    }

    private static double[] weights(int periods, double lambda) {
        double[] weights = new double[periods];
        double weight = 1;
        double sum = 0;
        for (int period = periods - 1; period >= 0; period--) {
            weights[period] = weight;
            sum += weight;
            weight *= lambda;
        }
        scale(weights, 1 / sum);
        return weights;
    }

    private static void scale(double[] numbers, double factor) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] *= factor;
        }
    }
}
