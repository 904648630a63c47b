package io.quantumleap.analytics.construction;

import io.quantumleap.analytics.construction.covariance.CovarianceMatrix;
import java.util.Arrays;

/**
 * Hierarchical risk parity: assets are clustered by correlation, ordered so that similar ones are neighbours, and the weight
 * is split down that order by the inverse of each half's variance. Needs no inverse, so a singular matrix is an answer.
 *
 * <p>Source: M. López de Prado, Building diversified portfolios that outperform out of sample, Journal of Portfolio
 * Management 42 (2016) 59-69. Conventions of the paper: d_ij = sqrt((1 - r_ij) / 2), clustered by the Euclidean distance
 * between the columns of d with single linkage; halves of the ordered list (the first is the smaller when the number is odd);
 * the variance of a half is that of its inverse-variance portfolio. Between equally near clusters, the one holding the lower
 * asset joins first.
 */
public final class HierarchicalRiskParity {

    private HierarchicalRiskParity() {}

    /** The portfolio, or {@link Obstacle.NoVariance} for the first asset that does not vary. */
    public static Allocation of(CovarianceMatrix covariance) {
        for (int i = 0; i < covariance.size(); i++) {
            if (covariance.variance(i) == 0) {
                return new Allocation.Refused(new Obstacle.NoVariance(i));
            }
        }
        double[] weights = new double[covariance.size()];
        Arrays.fill(weights, 1);
        split(covariance, SingleLinkage.order(columnDistances(correlationDistances(covariance))), weights);
        return new Allocation.Found(Weights.of(weights));
    }

    private static double[][] correlationDistances(CovarianceMatrix covariance) {
        double[][] distances = covariance.toArray();
        for (int i = 0; i < distances.length; i++) {
            for (int j = 0; j < distances.length; j++) {
                double product = covariance.volatility(i) * covariance.volatility(j);
                double correlation = Math.max(-1, Math.min(1, covariance.at(i, j) / product));
                distances[i][j] = i == j ? 0 : Math.sqrt((1 - correlation) / 2);
            }
        }
        return distances;
    }

    private static double[][] columnDistances(double[][] distances) {
        int n = distances.length;
        double[][] between = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double squares = 0;
                for (int k = 0; k < n; k++) {
                    double difference = distances[i][k] - distances[j][k];
                    squares += difference * difference;
                }
                between[i][j] = Math.sqrt(squares);
                between[j][i] = between[i][j];
            }
        }
        return between;
    }

    private static void split(CovarianceMatrix covariance, int[] assets, double[] weights) {
        if (assets.length < 2) {
            return;
        }
        int[] left = Arrays.copyOfRange(assets, 0, assets.length / 2);
        int[] right = Arrays.copyOfRange(assets, assets.length / 2, assets.length);
        double leftVariance = inverseVarianceRisk(covariance, left);
        double rightVariance = inverseVarianceRisk(covariance, right);
        double total = leftVariance + rightVariance;
        double toLeft = total > 0 ? rightVariance / total : 0.5;
        scale(weights, left, toLeft);
        scale(weights, right, 1 - toLeft);
        split(covariance, left, weights);
        split(covariance, right, weights);
    }

    private static void scale(double[] weights, int[] assets, double factor) {
        for (int asset : assets) {
            weights[asset] *= factor;
        }
    }

    private static double inverseVarianceRisk(CovarianceMatrix covariance, int[] assets) {
        double[] weights = new double[assets.length];
        double sum = 0;
        for (int i = 0; i < assets.length; i++) {
            weights[i] = 1 / covariance.variance(assets[i]);
            sum += weights[i];
        }
        double variance = 0;
        for (int i = 0; i < assets.length; i++) {
            for (int j = 0; j < assets.length; j++) {
                variance += weights[i] / sum * covariance.at(assets[i], assets[j]) * weights[j] / sum;
            }
        }
        return Math.max(variance, 0);
    }
}
