package io.quantumleap.analytics.construction;

import io.quantumleap.analytics.construction.quadratic.Solution;
import java.util.Optional;

/** What is checked before every optimisation, and what a solver's refusal means. */
final class Obstacles {

    private Obstacles() {}

    /**
     * What stands in the way before an optimisation starts.
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    static Optional<Obstacle> before(int assets, double[] expectedReturns, WeightLimits limits) {
        if (expectedReturns.length != assets || limits.size() != assets) {
            throw new IllegalArgumentException("There is one expected return and one pair of bounds for each asset.");
        }
        for (int i = 0; i < assets; i++) {
            if (!Double.isFinite(expectedReturns[i])) {
                return Optional.of(new Obstacle.NotFinite(i));
            }
        }
        return limits.obstacle();
    }

    /** The obstacle that a solution other than an optimal one stands for. */
    static Obstacle of(Solution solution) {
        if (solution instanceof Solution.Infeasible infeasible) {
            return new Obstacle.ConflictingLimits(infeasible.constraints());
        }
        if (solution instanceof Solution.NotConvex notConvex) {
            return new Obstacle.NotPositiveSemidefinite(notConvex.row());
        }
        return solution instanceof Solution.Unbounded ? new Obstacle.Unbounded() : new Obstacle.NotConverged();
    }
}
