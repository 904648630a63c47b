package io.quantumleap.analytics.construction.quadratic;

/** The inverse of the Cholesky factor of G, by rows; empty when G has none. */
@SuppressWarnings("ArrayRecordComponent") // Internal: shared, never compared or changed.
record InverseFactor(double[][] rows) {

    static InverseFactor of(Cholesky cholesky) {
        return new InverseFactor(cholesky.positiveDefinite() ? cholesky.inverseFactor() : new double[0][]);
    }

    /** The minimum of x' G x / 2 + a' x without constraints, -G^-1 a. */
    double[] unconstrained(double[] linear) {
        double[] x = new double[linear.length];
        for (int i = 0; i < x.length; i++) {
            double[] row = rows[i];
            double turned = Vectors.dot(row, linear, i + 1);
            for (int j = 0; j <= i; j++) {
                x[j] -= turned * row[j];
            }
        }
        return x;
    }
}
