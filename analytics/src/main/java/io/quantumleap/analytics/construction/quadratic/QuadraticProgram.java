package io.quantumleap.analytics.construction.quadratic;

import java.util.List;

/**
 * Minimises x' G x / 2 + a' x under linear constraints, for a positive semidefinite G.
 *
 * <p>A positive definite G is solved at once by the dual active set method. A singular one, such as a sample covariance of
 * more assets than periods, is solved by proximal steps: each minimises the objective plus a small multiple of the squared
 * step, which is definite, and the steps end at a minimiser of the objective itself (R. T. Rockafellar, Monotone operators
 * and the proximal point algorithm, SIAM Journal on Control and Optimization 14 (1976) 877-898). Where there are several
 * minimisers, it is the one that these steps reach from zero; the same every time.
 */
public final class QuadraticProgram {

    /** A pivot below this part of its variance counts as zero. */
    private static final double SINGULAR = 1e-11;

    /** The weight of the squared step, relative to the mean diagonal of G. */
    private static final double PROXIMAL = 1e-5;

    /** The length of the last step; times the weight above it is the error of the gradient that is left. */
    private static final double STILL = 1e-9;

    /** How much of a step may be rounding, when it is judged as a direction. */
    private static final double STRAIGHT = 1e-7;

    /** Curvature below this, relative to the mean diagonal of G, counts as none. */
    private static final double FLAT = 1e-13;

    private static final int STEPS = 5_000;

    private final double[][] matrix;
    private final double scale;
    private final double weight;
    private final int failedAt;
    private final double[][] inverseFactor;

    private QuadraticProgram(double[][] matrix, double scale, double weight, Cholesky factor) {
        this.matrix = matrix;
        this.scale = scale;
        this.weight = weight;
        this.failedAt = factor.failedAt();
        this.inverseFactor = factor.positiveDefinite() ? factor.inverseFactor() : new double[0][];
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
                ? new QuadraticProgram(matrix, scale, 0, plain)
                : new QuadraticProgram(matrix, scale, PROXIMAL, Cholesky.of(scaled(matrix, 1, PROXIMAL), 0));
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
        double[] scaledLinear = linear.clone();
        for (int i = 0; i < scaledLinear.length; i++) {
            scaledLinear[i] /= scale;
        }
        return weight == 0
                ? new DualActiveSet(inverseFactor, unconstrained(scaledLinear), constraints).solve()
                : minimiseInSteps(scaledLinear, constraints);
    }

    private Solution minimiseInSteps(double[] linear, List<LinearConstraint> constraints) {
        double[] x = new double[linear.length];
        for (int step = 0; step < STEPS; step++) {
            Solution solution = step(x, unconstrained(gradient(linear, x)), constraints);
            if (!(solution instanceof Solution.Optimal optimal)) {
                return solution;
            }
            double[] move = optimal.x();
            if (step > 0 && largest(move) <= STILL * Math.max(1, largest(x))) {
                return ontoConstraints(sum(x, move), constraints);
            }
            double reach = reach(x, move, linear, constraints);
            if (Double.isInfinite(reach)) {
                return new Solution.Unbounded();
            }
            x = sum(x, times(Math.max(1, reach), move));
        }
        return new Solution.NotConverged();
    }

    private Solution step(double[] x, double[] start, List<LinearConstraint> constraints) {
        List<LinearConstraint> shifted =
                constraints.stream().map(c -> c.relativeTo(x)).toList();
        return new DualActiveSet(inverseFactor, start, shifted).solve();
    }

    /** Takes off the rounding by which the steps left the constraints. */
    private Solution ontoConstraints(double[] x, List<LinearConstraint> constraints) {
        Solution correction = step(x, new double[x.length], constraints);
        return correction instanceof Solution.Optimal optimal
                ? new Solution.Optimal(sum(x, optimal.x()))
                : new Solution.Optimal(x);
    }

    /**
     * How many times the move can be made before the objective rises or a constraint is met: where the objective hardly
     * curves, a proximal step alone would only creep along it.
     */
    private double reach(double[] x, double[] move, double[] linear, List<LinearConstraint> constraints) {
        double size = largest(move);
        double[] direction = times(1 / size, move);
        double slope = -dot(gradient(linear, x), direction);
        double curvature = dot(gradient(new double[x.length], direction), direction);
        double reach = curvature > FLAT ? slope / curvature : Double.POSITIVE_INFINITY;
        if (slope <= 0) {
            return 1;
        }
        for (LinearConstraint constraint : constraints) {
            reach = Math.min(reach, constraint.room(x, direction, STRAIGHT));
        }
        return reach / size;
    }

    private double[] gradient(double[] linear, double[] x) {
        double[] gradient = linear.clone();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                gradient[i] += matrix[i][j] * x[j];
            }
        }
        return gradient;
    }

    /** The minimum without constraints, -G^-1 a, from the inverse factor. */
    private double[] unconstrained(double[] linear) {
        int n = linear.length;
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            double[] row = inverseFactor[i];
            double turned = 0;
            for (int j = 0; j <= i; j++) {
                turned += row[j] * linear[j];
            }
            for (int j = 0; j <= i; j++) {
                x[j] -= turned * row[j];
            }
        }
        return x;
    }

    private static double[] sum(double[] left, double[] right) {
        double[] sum = left.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += right[i];
        }
        return sum;
    }

    private static double[] times(double factor, double[] numbers) {
        double[] product = numbers.clone();
        for (int i = 0; i < product.length; i++) {
            product[i] *= factor;
        }
        return product;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private static double largest(double[] numbers) {
        double largest = 0;
        for (double number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }
}
