package io.quantumleap.analytics.simulation;

import io.quantumleap.analytics.construction.covariance.CovarianceMatrix;
import io.quantumleap.analytics.construction.quadratic.Cholesky;
import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.Reason;
import java.util.Arrays;

/**
 * An invented scenario: a return for each asset, or for factors that the assets depend on, or for some assets from which the
 * others' follow.
 *
 * <p>Exposures are values (or weights) of the holdings, negative for short ones; the gain is the sum of exposure times return.
 * First order only: no optionality, no trading during the shock.
 */
public final class HypotheticalStress {

    private HypotheticalStress() {}

    /** Every asset has its own return. */
    public static StressAnswer ofAssets(double[] exposures, double[] returns) {
        Observations.requireSameLength(exposures, returns);
        if (!Observations.allFinite(exposures) || !Observations.allFinite(returns)) {
            return new StressAnswer.Unavailable(Reason.NOT_FINITE);
        }
        double[] gains = new double[exposures.length];
        for (int i = 0; i < gains.length; i++) {
            gains[i] = exposures[i] * returns[i];
        }
        StressResult result = new StressResult(gains, Arrays.stream(gains).sum());
        return Double.isFinite(result.gain())
                ? new StressAnswer.Stressed(result)
                : new StressAnswer.Unavailable(Reason.OUT_OF_RANGE);
    }

    /**
     * Every asset's return is the sum of its sensitivities times the factors' returns.
     *
     * @param sensitivities one row for each asset, one column for each factor
     */
    public static StressAnswer ofFactors(double[] exposures, double[][] sensitivities, double[] factorReturns) {
        if (sensitivities.length != exposures.length) {
            throw new IllegalArgumentException("There is one row of sensitivities for each asset.");
        }
        double[] returns = new double[exposures.length];
        for (int i = 0; i < returns.length; i++) {
            Observations.requireSameLength(sensitivities[i], factorReturns);
            for (int k = 0; k < factorReturns.length; k++) {
                returns[i] += sensitivities[i][k] * factorReturns[k];
            }
        }
        return ofAssets(exposures, returns);
    }

    /**
     * Some assets have given returns; the others have those to be expected then, S_os S_ss^-1 x, with means taken as zero.
     * Source: P. H. Kupiec, Stress testing in a value at risk framework, Journal of Derivatives 6 (1998) 7-24.
     *
     * @param shocked the assets with given returns, each once
     * @param returns theirs, in the same order
     * @return the result, or {@code COLLINEAR} when the shocked assets' covariance is singular
     */
    public static StressAnswer conditional(
            double[] exposures, CovarianceMatrix covariance, int[] shocked, double[] returns) {
        if (covariance.size() != exposures.length || shocked.length != returns.length) {
            throw new IllegalArgumentException("Exposures, covariance, shocked assets and returns belong together.");
        }
        if (!Observations.allFinite(returns)) {
            return new StressAnswer.Unavailable(Reason.NOT_FINITE);
        }
        double[][] among = new double[shocked.length][shocked.length];
        for (int k = 0; k < shocked.length; k++) {
            for (int l = 0; l < shocked.length; l++) {
                among[k][l] = covariance.at(shocked[k], shocked[l]);
            }
        }
        Cholesky factor = Cholesky.of(among, 1e-12);
        return factor.positiveDefinite()
                ? ofAssets(exposures, expected(covariance, shocked, returns, factor.solve(returns)))
                : new StressAnswer.Unavailable(Reason.COLLINEAR);
    }

    private static double[] expected(CovarianceMatrix covariance, int[] shocked, double[] returns, double[] solved) {
        double[] all = new double[covariance.size()];
        for (int i = 0; i < all.length; i++) {
            for (int k = 0; k < shocked.length; k++) {
                all[i] += covariance.at(i, shocked[k]) * solved[k];
            }
        }
        for (int k = 0; k < shocked.length; k++) {
            all[shocked[k]] = returns[k];
        }
        return all;
    }
}
