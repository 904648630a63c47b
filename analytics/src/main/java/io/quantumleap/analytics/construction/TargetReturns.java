package io.quantumleap.analytics.construction;

import io.quantumleap.analytics.construction.quadratic.LinearConstraint;
import io.quantumleap.analytics.construction.quadratic.QuadraticProgram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Portfolios of least variance for many targets over one factored matrix. */
final class TargetReturns {

    private final QuadraticProgram program;
    private final double[] expectedReturns;
    private final WeightLimits limits;
    private final List<LinearConstraint> constraints;

    TargetReturns(QuadraticProgram program, double[] expectedReturns, WeightLimits limits) {
        this.program = program;
        this.expectedReturns = expectedReturns;
        this.limits = limits;
        this.constraints = LimitConstraints.onWeights(limits);
    }

    /** The portfolio of least variance whose expected return is at least the target. */
    Allocation atLeast(double target) {
        // Weights add up to one, so taking the mean off both sides changes nothing but the condition of the numbers.
        double mean = Arrays.stream(expectedReturns).average().orElse(0);
        double[] centred = Arrays.stream(expectedReturns).map(r -> r - mean).toArray();
        if (Arrays.stream(centred).allMatch(r -> r == 0)) {
            return leastVariance();
        }
        List<LinearConstraint> all = new ArrayList<>(constraints);
        all.add(LinearConstraint.atLeast("target return " + target, centred, target - mean));
        return MinimumVariance.solve(program, all, limits);
    }

    /** The portfolio of least variance of all. */
    Allocation leastVariance() {
        return MinimumVariance.solve(program, constraints, limits);
    }
}
