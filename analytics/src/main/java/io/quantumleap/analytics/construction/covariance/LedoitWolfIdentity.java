package io.quantumleap.analytics.construction.covariance;

/**
 * The Ledoit-Wolf estimate shrunk to a multiple of the identity, (1 - d) S + d m I, where S divides by T, m is the mean
 * variance and d = min(b, g) / g with g = |S - m I|^2 and b = (sum |x_t|^4 / T - |S|^2) / T (Frobenius norms).
 *
 * <p>Source: O. Ledoit and M. Wolf, A well-conditioned estimator for large-dimensional covariance matrices, Journal of
 * Multivariate Analysis 88 (2004) 365-411. Positive definite unless every series is constant. Refusals as for
 * {@link SampleCovariance}; two periods are needed.
 */
public final class LedoitWolfIdentity {

    private LedoitWolfIdentity() {}

    /**
     * The covariance per period with its shrinkage.
     *
     * @param returns one series for each asset, all of one length
     * @throws IllegalArgumentException if there is no asset or the series differ in length
     */
    public static CovarianceEstimate of(double[][] returns) {
        ReturnPanel panel = ReturnPanel.of(returns);
        return panel.refusal(2).orElseGet(() -> estimate(panel.centred()));
    }

    private static CovarianceEstimate estimate(double[][] rows) {
        double[][] sample = CrossProducts.of(rows, rows.length);
        double mean = meanVariance(sample);
        double distance = distanceFromIdentity(sample, mean);
        double dispersion = Math.min(dispersion(rows, sample), distance);
        double shrinkage = distance == 0 ? 0 : Math.max(dispersion, 0) / distance;
        shrink(sample, mean, shrinkage);
        return Estimates.of(sample, shrinkage);
    }

    private static double meanVariance(double[][] sample) {
        double sum = 0;
        for (int i = 0; i < sample.length; i++) {
            sum += sample[i][i];
        }
        return sum / sample.length;
    }

    private static double distanceFromIdentity(double[][] sample, double mean) {
        double sum = 0;
        for (int i = 0; i < sample.length; i++) {
            for (int j = 0; j < sample.length; j++) {
                double difference = sample[i][j] - (i == j ? mean : 0);
                sum += difference * difference;
            }
        }
        return sum;
    }

    private static double dispersion(double[][] rows, double[][] sample) {
        double fourth = 0;
        for (double[] row : rows) {
            double square = squaredNorm(row);
            fourth += square * square;
        }
        double norm = 0;
        for (double[] row : sample) {
            norm += squaredNorm(row);
        }
        return (fourth / rows.length - norm) / rows.length;
    }

    private static double squaredNorm(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number * number;
        }
        return sum;
    }

    private static void shrink(double[][] sample, double mean, double shrinkage) {
        for (int i = 0; i < sample.length; i++) {
            for (int j = 0; j < sample.length; j++) {
                sample[i][j] = (1 - shrinkage) * sample[i][j] + (i == j ? shrinkage * mean : 0);
            }
        }
    }
}
