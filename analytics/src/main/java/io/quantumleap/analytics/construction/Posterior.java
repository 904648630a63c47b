package io.quantumleap.analytics.construction;

import io.quantumleap.analytics.construction.covariance.CovarianceMatrix;
import io.quantumleap.analytics.construction.quadratic.Cholesky;
import java.util.Arrays;

/** Expected excess returns and covariance of returns after views were blended in. Immutable. */
public final class Posterior {

    private final double[] expectedReturns;
    private final CovarianceMatrix covariance;

    Posterior(double[] expectedReturns, CovarianceMatrix covariance) {
        this.expectedReturns = expectedReturns;
        this.covariance = covariance;
    }

    /** The posterior mean of each asset's excess return, as a new array. */
    public double[] expectedReturns() {
        return expectedReturns.clone();
    }

    /** The posterior covariance of returns; with the means, the input of {@link MaximumSharpe} or {@link EfficientFrontier}. */
    public CovarianceMatrix covariance() {
        return covariance;
    }

    /**
     * The positions of an investor without limits, (1/d) C^-1 m with the posterior covariance C. They need not add up to one:
     * the rest is cash.
     *
     * @return the positions, or {@link Obstacle.RisklessCombination} when the matrix is singular
     * @throws IllegalArgumentException if the risk aversion is not positive and finite
     */
    public Allocation unconstrainedWeights(double riskAversion) {
        if (!(riskAversion > 0 && Double.isFinite(riskAversion))) {
            throw new IllegalArgumentException("Risk aversion is a positive finite number.");
        }
        Cholesky factor = Cholesky.of(covariance.toArray(), 1e-13);
        if (!factor.positiveDefinite()) {
            return new Allocation.Refused(new Obstacle.RisklessCombination());
        }
        double[] weights = Arrays.stream(factor.solve(expectedReturns))
                .map(w -> w / riskAversion)
                .toArray();
        return new Allocation.Found(Weights.of(weights));
    }
}
