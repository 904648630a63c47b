package io.quantumleap.analytics.construction.covariance;

import io.quantumleap.analytics.measure.Estimator;

/**
 * The sample covariance, S = sum (x_t - mean)(x_t - mean)' / (T - 1), or / T for {@link Estimator#POPULATION}.
 *
 * <p>Two passes: means from compensated sums, then products of deviations. Singular whenever there are no more periods than
 * assets. Answers {@code NOT_FINITE} with the asset, {@code NO_OBSERVATIONS}, or {@code TOO_FEW_OBSERVATIONS} (one period
 * for the sample estimator). A constant series is an answer: variance and covariances 0.
 */
public final class SampleCovariance {

    private SampleCovariance() {}

    /**
     * The covariance per period.
     *
     * @param returns one series for each asset, all of one length
     * @throws IllegalArgumentException if there is no asset or the series differ in length
     */
    public static CovarianceEstimate of(double[][] returns, Estimator estimator) {
        ReturnPanel panel = ReturnPanel.of(returns);
        int needed = estimator == Estimator.SAMPLE ? 2 : 1;
        return panel.refusal(needed).orElseGet(() -> estimate(panel, estimator));
    }

    private static CovarianceEstimate estimate(ReturnPanel panel, Estimator estimator) {
        double[][] entries = CrossProducts.of(panel.centred(), (double) estimator.divisor(panel.periods()));
        return Estimates.of(entries, 0);
    }
}
