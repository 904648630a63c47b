package io.quantumleap.analytics.construction;

import io.quantumleap.analytics.construction.covariance.CovarianceMatrix;
import io.quantumleap.analytics.construction.quadratic.LinearConstraint;
import io.quantumleap.analytics.construction.quadratic.QuadraticProgram;
import io.quantumleap.analytics.construction.quadratic.Solution;
import java.util.List;
import java.util.Optional;

/**
 * The portfolio of least variance w' S w within the limits.
 *
 * <p>Source: H. Markowitz, Portfolio Selection, Journal of Finance 7 (1952) 77-91. A singular matrix is an answer: of several
 * portfolios of least variance, always the same one is given.
 */
public final class MinimumVariance {

    private MinimumVariance() {}

    /**
     * The portfolio of least variance.
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    public static Allocation of(CovarianceMatrix covariance, WeightLimits limits) {
        Optional<Obstacle> obstacle = Obstacles.before(covariance.size(), new double[covariance.size()], limits);
        return obstacle.<Allocation>map(Allocation.Refused::new)
                .orElseGet(() ->
                        solve(QuadraticProgram.of(covariance.toArray()), LimitConstraints.onWeights(limits), limits));
    }

    /**
     * The portfolio of least variance among those whose expected return is at least the target.
     *
     * @throws IllegalArgumentException if the sizes differ or the target is not finite
     */
    public static Allocation withReturn(
            CovarianceMatrix covariance, double[] expectedReturns, double target, WeightLimits limits) {
        if (!Double.isFinite(target)) {
            throw new IllegalArgumentException("A target return is a finite number.");
        }
        Optional<Obstacle> obstacle = Obstacles.before(covariance.size(), expectedReturns, limits);
        return obstacle.<Allocation>map(Allocation.Refused::new)
                .orElseGet(() -> withReachableReturn(covariance, expectedReturns, target, limits));
    }

    private static Allocation withReachableReturn(
            CovarianceMatrix covariance, double[] expectedReturns, double target, WeightLimits limits) {
        Allocation highest = MaximumReturn.of(expectedReturns, limits);
        if (highest instanceof Allocation.Found found) {
            double reachable = found.weights().expectedReturn(expectedReturns);
            if (target > reachable + 1e-12 * Math.max(Math.abs(target), Math.abs(reachable))) {
                return new Allocation.Refused(new Obstacle.TargetReturnOutOfReach(target, reachable));
            }
        } else if (!unbounded(highest)) {
            return highest;
        }
        return new TargetReturns(QuadraticProgram.of(covariance.toArray()), expectedReturns, limits).atLeast(target);
    }

    private static boolean unbounded(Allocation allocation) {
        return allocation instanceof Allocation.Refused refused && refused.obstacle() instanceof Obstacle.Unbounded;
    }

    static Allocation solve(QuadraticProgram program, List<LinearConstraint> constraints, WeightLimits limits) {
        Solution solution = program.minimise(new double[limits.size()], constraints);
        return solution instanceof Solution.Optimal optimal
                ? new Allocation.Found(limits.clamped(optimal.x()))
                : new Allocation.Refused(Obstacles.of(solution));
    }
}
