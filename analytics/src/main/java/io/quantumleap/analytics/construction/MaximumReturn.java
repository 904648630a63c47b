package io.quantumleap.analytics.construction;

import io.quantumleap.analytics.construction.quadratic.QuadraticProgram;
import io.quantumleap.analytics.construction.quadratic.Solution;
import java.util.Arrays;

/** A portfolio of the highest expected return within the limits: a linear program, solved by proximal steps. */
final class MaximumReturn {

    private MaximumReturn() {}

    static Allocation of(double[] expectedReturns, WeightLimits limits) {
        double lowest = Arrays.stream(expectedReturns).min().orElse(0);
        double highest = Arrays.stream(expectedReturns).max().orElse(0);
        double range = highest - lowest;
        // Shifting and scaling the returns leaves the best weights where they are.
        double[] cost = Arrays.stream(expectedReturns)
                .map(r -> range > 0 ? (lowest - r) / range * 1e-4 : 0)
                .toArray();
        QuadraticProgram linear = QuadraticProgram.of(new double[cost.length][cost.length]);
        Solution solution = linear.minimise(cost, LimitConstraints.onWeights(limits));
        return solution instanceof Solution.Optimal optimal
                ? new Allocation.Found(limits.clamped(optimal.x()))
                : new Allocation.Refused(Obstacles.of(solution));
    }
}
