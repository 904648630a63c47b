package io.quantumleap.analytics.construction;

import io.quantumleap.analytics.construction.covariance.CovarianceMatrix;
import io.quantumleap.analytics.construction.quadratic.Cholesky;
import io.quantumleap.analytics.construction.quadratic.Vectors;
import java.util.Arrays;

/**
 * Expected returns that blend what the market's weights imply with an investor's views.
 *
 * <p>Prior P = d S w; posterior mean m = P + t S V' A^-1 (q - V P) with A = V t S V' + O; posterior covariance
 * S + t S - t S V' A^-1 V t S, where d is the risk aversion, t (tau) the uncertainty of the prior, V the picks, q the views'
 * returns and O the diagonal matrix of their variances. Sources: F. Black and R. Litterman, Global portfolio optimization,
 * Financial Analysts Journal 48 (1992) 28-43; G. He and R. Litterman, The intuition behind Black-Litterman model portfolios,
 * 1999, whose posterior covariance (that of returns, not of their mean) this is.
 */
public final class BlackLitterman {

    private final CovarianceMatrix covariance;
    private final double[] prior;
    private final double tau;

    private BlackLitterman(CovarianceMatrix covariance, double[] prior, double tau) {
        this.covariance = covariance;
        this.prior = prior;
        this.tau = tau;
    }

    /**
     * A model whose prior is the equilibrium that the market's weights imply.
     *
     * @param riskAversion of the market, such as 2.5
     * @param tau the variance of the prior mean relative to the covariance, such as 0.05
     * @throws IllegalArgumentException if the sizes differ or a parameter is not positive and finite
     */
    public static BlackLitterman equilibrium(
            CovarianceMatrix covariance, Weights market, double riskAversion, double tau) {
        requirePositive(riskAversion);
        requirePositive(tau);
        double[] prior = Arrays.stream(covariance.times(market.toArray()))
                .map(c -> riskAversion * c)
                .toArray();
        return new BlackLitterman(covariance, prior, tau);
    }

    private static void requirePositive(double parameter) {
        if (!(parameter > 0 && Double.isFinite(parameter))) {
            throw new IllegalArgumentException("Risk aversion and tau are positive finite numbers.");
        }
    }

    /** The expected excess returns that the market's weights imply. */
    public double[] priorReturns() {
        return prior.clone();
    }

    /** The answer: expected returns and their covariance, or what stands in the way. */
    public sealed interface Answer {

        /** The blend of prior and views. */
        record Found(Posterior posterior) implements Answer {}

        /** The views cannot be blended, and this is why. */
        record Refused(Obstacle obstacle) implements Answer {}

        /**
         * The posterior.
         *
         * @throws IllegalStateException with the obstacle's sentence if there is none
         */
        default Posterior orElseThrow() {
            if (this instanceof Refused refused) {
                throw new IllegalStateException(refused.obstacle().sentence());
            }
            return ((Found) this).posterior();
        }
    }

    /**
     * Blends the views into the prior.
     *
     * @throws IllegalArgumentException if a view does not have one pick for each asset
     */
    public Answer posterior(Views views) {
        double[][] spread = spread(views);
        double[][] uncertainty = uncertainty(views, spread);
        Cholesky factor = Cholesky.of(uncertainty, 1e-12);
        if (!factor.positiveDefinite()) {
            return new Answer.Refused(new Obstacle.DependentViews(factor.failedAt()));
        }
        double[] tilt = factor.solve(surprise(views));
        double[] mean = prior.clone();
        for (int k = 0; k < tilt.length; k++) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += spread[k][i] * tilt[k];
            }
        }
        return new Answer.Found(new Posterior(mean, posteriorCovariance(spread, factor)));
    }

    /** Row k: the prior's covariance of each asset with the portfolio of view k, t S v_k. */
    private double[][] spread(Views views) {
        double[][] spread = new double[views.size()][];
        for (int k = 0; k < spread.length; k++) {
            spread[k] = Arrays.stream(covariance.times(views.picks(k)))
                    .map(c -> tau * c)
                    .toArray();
        }
        return spread;
    }

    private static double[][] uncertainty(Views views, double[][] spread) {
        int n = views.size();
        double[][] uncertainty = new double[n][n];
        for (int k = 0; k < n; k++) {
            for (int l = 0; l < n; l++) {
                uncertainty[k][l] = Vectors.dot(views.picks(k), spread[l]);
            }
        }
        for (int k = 0; k < n; k++) {
            uncertainty[k][k] += views.variance(k, uncertainty[k][k]);
        }
        return uncertainty;
    }

    private double[] surprise(Views views) {
        double[] surprise = new double[views.size()];
        for (int k = 0; k < surprise.length; k++) {
            surprise[k] = views.expected(k) - Vectors.dot(views.picks(k), prior);
        }
        return surprise;
    }

    private CovarianceMatrix posteriorCovariance(double[][] spread, Cholesky factor) {
        int n = prior.length;
        double[][] entries = covariance.toArray();
        for (int i = 0; i < n; i++) {
            double[] column = new double[spread.length];
            for (int k = 0; k < column.length; k++) {
                column[k] = spread[k][i];
            }
            double[] learnt = factor.solve(column);
            for (int j = 0; j < n; j++) {
                entries[i][j] *= 1 + tau;
                for (int k = 0; k < learnt.length; k++) {
                    entries[i][j] -= learnt[k] * spread[k][j];
                }
            }
        }
        return CovarianceMatrix.of(entries);
    }
}
