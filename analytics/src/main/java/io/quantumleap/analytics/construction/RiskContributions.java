package io.quantumleap.analytics.construction;

import io.quantumleap.analytics.construction.covariance.CovarianceMatrix;

/**
 * Each asset's part of a portfolio's variance, w_i (S w)_i / (w' S w); the parts add up to one (Euler's theorem).
 *
 * <p>Source: S. Maillard, T. Roncalli and J. Teiletche, The properties of equally weighted risk contribution portfolios,
 * Journal of Portfolio Management 36 (2010) 60-70.
 */
public final class RiskContributions {

    private RiskContributions() {}

    /** The parts, or the obstacle {@link Obstacle.RisklessCombination} when the portfolio has no variance. */
    public static Allocation of(CovarianceMatrix covariance, Weights weights) {
        double[] own = weights.toArray();
        double variance = covariance.variance(own);
        if (variance == 0) {
            return new Allocation.Refused(new Obstacle.RisklessCombination());
        }
        double[] marginal = covariance.times(own);
        for (int i = 0; i < own.length; i++) {
            own[i] *= marginal[i] / variance;
        }
        return new Allocation.Found(Weights.of(own));
    }
}
