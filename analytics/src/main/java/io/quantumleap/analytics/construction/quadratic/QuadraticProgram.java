package io.quantumleap.analytics.construction.quadratic;

import java.util.List;

/**
 * Minimises x' G x / 2 + a' x under linear constraints, for a positive semidefinite G: at once by the dual active set method
 * when G is positive definite, in proximal steps when it is singular, such as a sample covariance of more assets than
 * periods. Where there are several minimisers, it is the one that the steps reach from zero; the same every time.
 */
public final class QuadraticProgram {

    /** A pivot below this part of its variance counts as zero. */
    private static final double SINGULAR = 1e-11;

    private final double[][] matrix;
    private final double scale;
    private final boolean definite;
    private final int failedAt;
    private final InverseFactor factor;

    private QuadraticProgram(double[][] matrix, double scale, boolean definite, Cholesky cholesky) {
        this.matrix = matrix;
        this.scale = scale;
        this.definite = definite;
        this.failedAt = cholesky.failedAt();
        this.factor = InverseFactor.of(cholesky);
    }

    /** Programs with the quadratic term G; its factor is computed once and serves every {@link #minimise}. */
    public static QuadraticProgram of(double[][] quadratic) {
        double trace = 0;
        for (int i = 0; i < quadratic.length; i++) {
            trace += quadratic[i][i];
        }
        double scale = trace > 0 ? trace / quadratic.length : 1;
        double[][] matrix = scaled(quadratic, 1 / scale, 0);
        Cholesky plain = Cholesky.of(matrix, SINGULAR);
        return plain.positiveDefinite()
                ? new QuadraticProgram(matrix, scale, true, plain)
                : new QuadraticProgram(matrix, scale, false, Cholesky.of(scaled(matrix, 1, ProximalSteps.WEIGHT), 0));
    }

    private static double[][] scaled(double[][] matrix, double factor, double onDiagonal) {
        double[][] scaled = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                scaled[i][j] = matrix[i][j] * factor + (i == j ? onDiagonal : 0);
            }
        }
        return scaled;
    }

    /** The minimiser for the linear term a under the constraints. */
    public Solution minimise(double[] linear, List<LinearConstraint> constraints) {
        if (failedAt >= 0) {
            return new Solution.NotConvex(failedAt);
        }
        double[] scaled = Vectors.times(1 / scale, linear);
        return definite
                ? new DualActiveSet(factor, factor.unconstrained(scaled), constraints).solve()
                : new ProximalSteps(matrix, factor, scaled, constraints).solve();
    }
}
