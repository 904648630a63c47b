package io.quantumleap.analytics.construction.covariance;

import io.quantumleap.analytics.measure.Reason;

/**
 * The Ledoit-Wolf estimate shrunk to a matrix with the sample's variances and one correlation for every pair, the mean of
 * the sample's correlations: (1 - d) S + d F, where S divides by T and d = min(1, max(0, (pi - rho) / gamma / T)).
 *
 * <p>Source: O. Ledoit and M. Wolf, Honey, I shrunk the sample covariance matrix, Journal of Portfolio Management 30 (2004)
 * 110-119, appendix B. The sums pi and rho over all pairs of assets are taken as sums over periods of products of sums over
 * assets, which is the same number in O(n T) instead of O(n^2 T). Refusals as for {@link SampleCovariance}; two periods are
 * needed, and a constant series is refused with {@code NO_VARIATION}, since it has no correlation.
 */
public final class LedoitWolfConstantCorrelation {

    private LedoitWolfConstantCorrelation() {}

    /**
     * The covariance per period with its shrinkage.
     *
     * @param returns one series for each asset, all of one length
     * @throws IllegalArgumentException if there is no asset or the series differ in length
     */
    public static CovarianceEstimate of(double[][] returns) {
        ReturnPanel panel = ReturnPanel.of(returns);
        return panel.refusal(2).orElseGet(() -> estimate(panel));
    }

    private static CovarianceEstimate estimate(ReturnPanel panel) {
        var constant = panel.constantAsset();
        if (constant.isPresent()) {
            return new CovarianceEstimate.Unavailable(Reason.NO_VARIATION, constant);
        }
        double[][] rows = panel.centred();
        double[][] sample = CrossProducts.of(rows, rows.length);
        double[] volatilities = volatilities(sample);
        double correlation = meanCorrelation(sample, volatilities);
        double shrinkage = shrinkage(rows, sample, volatilities, correlation);
        return Estimates.of(shrunk(sample, volatilities, correlation, shrinkage), shrinkage);
    }

    private static double[] volatilities(double[][] sample) {
        double[] volatilities = new double[sample.length];
        for (int i = 0; i < sample.length; i++) {
            volatilities[i] = Math.sqrt(sample[i][i]);
        }
        return volatilities;
    }

    private static double meanCorrelation(double[][] sample, double[] volatilities) {
        int n = sample.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                sum += sample[i][j] / (volatilities[i] * volatilities[j]);
            }
        }
        return n == 1 ? 0 : 2 * sum / ((double) n * (n - 1));
    }

    private static double shrinkage(double[][] rows, double[][] sample, double[] volatilities, double correlation) {
        Sums sums = Sums.of(rows, volatilities);
        double norm = 0;
        double weighted = 0;
        double diagonal = 0;
        double gamma = 0;
        for (int i = 0; i < sample.length; i++) {
            diagonal += sample[i][i] * sample[i][i];
            for (int j = 0; j < sample.length; j++) {
                double product = volatilities[i] * volatilities[j];
                norm += sample[i][j] * sample[i][j];
                if (i != j) {
                    weighted += product * sample[i][j];
                    double distance = sample[i][j] - correlation * product;
                    gamma += distance * distance;
                }
            }
        }
        double pi = sums.squaredNorms() - norm;
        double rho = sums.fourthPowers() - diagonal + correlation * (sums.skewed() - sums.fourthPowers() - weighted);
        return gamma == 0 ? 0 : Math.max(0, Math.min(1, (pi - rho) / gamma / rows.length));
    }

    private static double[][] shrunk(double[][] sample, double[] volatilities, double correlation, double shrinkage) {
        for (int i = 0; i < sample.length; i++) {
            for (int j = 0; j < sample.length; j++) {
                double target = i == j ? sample[i][i] : correlation * volatilities[i] * volatilities[j];
                sample[i][j] = (1 - shrinkage) * sample[i][j] + shrinkage * target;
            }
        }
        return sample;
    }

    /**
     * Means over the periods.
     *
     * @param squaredNorms of (sum_i x_i^2)^2
     * @param fourthPowers of sum_i x_i^4
     * @param skewed of (sum_i x_i^3 / s_i) (sum_j x_j s_j), where s are volatilities
     */
    private record Sums(double squaredNorms, double fourthPowers, double skewed) {

        static Sums of(double[][] rows, double[] volatilities) {
            double squaredNorms = 0;
            double fourthPowers = 0;
            double skewed = 0;
            for (double[] row : rows) {
                double second = 0;
                double third = 0;
                double fourth = 0;
                double weighted = 0;
                for (int i = 0; i < row.length; i++) {
                    double square = row[i] * row[i];
                    second += square;
                    third += square * row[i] / volatilities[i];
                    fourth += square * square;
                    weighted += row[i] * volatilities[i];
                }
                squaredNorms += second * second;
                fourthPowers += fourth;
                skewed += third * weighted;
            }
            int periods = rows.length;
            return new Sums(squaredNorms / periods, fourthPowers / periods, skewed / periods);
        }
    }
}
