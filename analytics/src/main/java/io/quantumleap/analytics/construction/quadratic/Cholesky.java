package io.quantumleap.analytics.construction.quadratic;

/**
 * The Cholesky factor L of a symmetric matrix A = L L', or the first row at which A is not positive definite.
 *
 * <p>Source: G. Golub and C. Van Loan, Matrix Computations, 4th ed., section 4.2.
 */
public final class Cholesky {

    private final double[][] lower;
    private final int failedAt;

    private Cholesky(double[][] lower, int failedAt) {
        this.lower = lower;
        this.failedAt = failedAt;
    }

    /**
     * Factors the matrix, of which the lower triangle is read. A pivot that cancellation leaves at or below the tolerance
     * times its diagonal entry counts as zero.
     */
    public static Cholesky of(double[][] matrix, double tolerance) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] row = lower[i];
            for (int j = 0; j < i; j++) {
                row[j] = (matrix[i][j] - Vectors.dot(row, lower[j], j)) / lower[j][j];
            }
            double pivot = matrix[i][i] - Vectors.dot(row, row, i);
            if (!(pivot > tolerance * matrix[i][i])) {
                return new Cholesky(lower, i);
            }
            row[i] = Math.sqrt(pivot);
        }
        return new Cholesky(lower, -1);
    }

    /** Whether the matrix is positive definite. */
    public boolean positiveDefinite() {
        return failedAt < 0;
    }

    /** The first row at which the matrix is not positive definite; -1 if there is none. */
    public int failedAt() {
        return failedAt;
    }

    /** The solution x of A x = right. */
    public double[] solve(double[] right) {
        double[] x = right.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] = (x[i] - Vectors.dot(lower[i], x, i)) / lower[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= lower[i][i];
            for (int j = 0; j < i; j++) {
                x[j] -= lower[i][j] * x[i];
            }
        }
        return x;
    }

    /** The inverse of L, a lower triangular matrix. */
    double[][] inverseFactor() {
        int n = lower.length;
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] row = inverse[i];
            for (int k = 0; k < i; k++) {
                double factor = lower[i][k];
                for (int j = 0; j <= k; j++) {
                    row[j] -= factor * inverse[k][j];
                }
            }
            for (int j = 0; j < i; j++) {
                row[j] /= lower[i][i];
            }
            row[i] = 1 / lower[i][i];
        }
        return inverse;
    }
}
