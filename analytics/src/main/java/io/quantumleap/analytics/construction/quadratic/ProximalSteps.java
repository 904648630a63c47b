package io.quantumleap.analytics.construction.quadratic;

import java.util.List;

/**
 * Minimises x' G x / 2 + a' x under linear constraints for a singular G: each step minimises the objective plus a small
 * multiple of the squared step, which is definite, and the steps end at a minimiser of the objective itself. A step is
 * lengthened along its direction as far as the objective falls and the constraints allow, so that flat stretches are crossed
 * at once.
 *
 * <p>Source: R. T. Rockafellar, Monotone operators and the proximal point algorithm, SIAM Journal on Control and Optimization
 * 14 (1976) 877-898.
 */
final class ProximalSteps {

    /** The weight of the squared step, relative to the mean diagonal of G. */
    static final double WEIGHT = 1e-5;

    /** The length of the last step; times the weight above it is the error of the gradient that is left. */
    private static final double STILL = 1e-9;

    /** How much of a step may be rounding, when it is judged as a direction. */
    private static final double STRAIGHT = 1e-7;

    /** Curvature below this, relative to the mean diagonal of G, counts as none. */
    private static final double FLAT = 1e-13;

    private static final int LIMIT = 5_000;

    private final double[][] matrix;
    private final InverseFactor factor;
    private final double[] linear;
    private final List<LinearConstraint> constraints;

    /** The factor is that of G with {@link #WEIGHT} added to its diagonal. */
    ProximalSteps(double[][] matrix, InverseFactor factor, double[] linear, List<LinearConstraint> constraints) {
        this.matrix = matrix;
        this.factor = factor;
        this.linear = linear;
        this.constraints = constraints;
    }

    Solution solve() {
        double[] x = new double[linear.length];
        for (int i = 0; i < LIMIT; i++) {
            Solution solution = step(x, factor.unconstrained(gradient(x)));
            if (!(solution instanceof Solution.Optimal optimal)) {
                return solution;
            }
            double[] move = optimal.x();
            if (i > 0 && Vectors.largest(move) <= STILL * Math.max(1, Vectors.largest(x))) {
                return ontoConstraints(Vectors.sum(x, 1, move));
            }
            double reach = reach(x, move);
            if (Double.isInfinite(reach)) {
                return new Solution.Unbounded();
            }
            x = Vectors.sum(x, Math.max(1, reach), move);
        }
        return new Solution.NotConverged();
    }

    private double[] gradient(double[] x) {
        return Vectors.sum(linear, 1, Vectors.times(matrix, x));
    }

    private Solution step(double[] x, double[] start) {
        List<LinearConstraint> shifted =
                constraints.stream().map(c -> c.relativeTo(x)).toList();
        return new DualActiveSet(factor, start, shifted).solve();
    }

    /** Takes off the rounding by which the steps left the constraints. */
    private Solution ontoConstraints(double[] x) {
        Solution correction = step(x, new double[x.length]);
        return correction instanceof Solution.Optimal optimal
                ? new Solution.Optimal(Vectors.sum(x, 1, optimal.x()))
                : new Solution.Optimal(x);
    }

    /** How many times the move can be made before the objective rises or a constraint is met. */
    private double reach(double[] x, double[] move) {
        double size = Vectors.largest(move);
        double[] direction = Vectors.times(1 / size, move);
        double slope = -Vectors.dot(gradient(x), direction);
        if (!(slope > 0)) {
            return 1;
        }
        double curvature = Vectors.dot(Vectors.times(matrix, direction), direction);
        double reach = curvature > FLAT ? slope / curvature : Double.POSITIVE_INFINITY;
        for (LinearConstraint constraint : constraints) {
            reach = Math.min(reach, constraint.room(x, direction, STRAIGHT));
        }
        return reach / size;
    }
}
