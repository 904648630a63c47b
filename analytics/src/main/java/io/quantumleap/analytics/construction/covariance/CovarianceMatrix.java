package io.quantumleap.analytics.construction.covariance;

import java.util.Arrays;

/**
 * A finite, symmetric matrix of covariances with no negative variance. Immutable.
 *
 * <p>It need not be positive definite: an estimate from fewer periods than assets never is.
 */
public final class CovarianceMatrix {

    /** How far two mirrored entries may differ, relative to the largest entry: rounding, not meaning. */
    private static final double ASYMMETRY = 1e-10;

    private final double[][] rows;

    private CovarianceMatrix(double[][] rows) {
        this.rows = rows;
    }

    /**
     * A matrix of the given entries, which are copied; entries mirrored at the diagonal are averaged.
     *
     * @throws IllegalArgumentException if there is no asset, the matrix is not square, an entry is not finite, a variance is
     *     negative, or the matrix is not symmetric
     */
    public static CovarianceMatrix of(double[][] entries) {
        int n = entries.length;
        require(n > 0, "A covariance matrix has at least one asset.");
        double largest = 0;
        for (double[] row : entries) {
            require(row.length == n, "A covariance matrix is square.");
            for (double entry : row) {
                require(Double.isFinite(entry), "A covariance is a finite number.");
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        return new CovarianceMatrix(symmetric(entries, largest * ASYMMETRY));
    }

    /** A matrix from volatilities and correlations: entry (i, j) is the product of both volatilities and the correlation. */
    public static CovarianceMatrix of(double[] volatilities, double[][] correlations) {
        int n = volatilities.length;
        require(correlations.length == n, "There is one row of correlations for each volatility.");
        double[][] entries = new double[n][n];
        for (int i = 0; i < n; i++) {
            require(correlations[i].length == n, "A correlation matrix is square.");
            for (int j = 0; j < n; j++) {
                entries[i][j] = volatilities[i] * volatilities[j] * correlations[i][j];
            }
        }
        return of(entries);
    }

    private static double[][] symmetric(double[][] entries, double tolerance) {
        int n = entries.length;
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            require(entries[i][i] >= 0, "A variance is not negative.");
            for (int j = 0; j <= i; j++) {
                require(Math.abs(entries[i][j] - entries[j][i]) <= tolerance, "A covariance matrix is symmetric.");
                double entry = i == j ? entries[i][i] : entries[i][j] / 2 + entries[j][i] / 2;
                rows[i][j] = entry;
                rows[j][i] = entry;
            }
        }
        return rows;
    }

    /** The number of assets. */
    public int size() {
        return rows.length;
    }

    /** The covariance of two assets. */
    public double at(int row, int column) {
        return rows[row][column];
    }

    /** The variance of one asset. */
    public double variance(int asset) {
        return rows[asset][asset];
    }

    /** The standard deviation of one asset. */
    public double volatility(int asset) {
        return Math.sqrt(rows[asset][asset]);
    }

    /** The variance of a portfolio, w' S w; never negative. */
    public double variance(double[] weights) {
        double[] marginal = times(weights);
        double sum = 0;
        for (int i = 0; i < marginal.length; i++) {
            sum += weights[i] * marginal[i];
        }
        return Math.max(sum, 0);
    }

    /** The product with a vector, S w: each asset's covariance with the portfolio. */
    public double[] times(double[] weights) {
        require(weights.length == rows.length, "There is one weight for each asset.");
        double[] product = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double sum = 0;
            for (int j = 0; j < rows.length; j++) {
                sum += rows[i][j] * weights[j];
            }
            product[i] = sum;
        }
        return product;
    }

    /** The entries, as a new array of rows. */
    public double[][] toArray() {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CovarianceMatrix matrix && Arrays.deepEquals(rows, matrix.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rows);
    }

    @Override
    public String toString() {
        return "CovarianceMatrix" + Arrays.deepToString(rows);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
