package io.quantumleap.analytics.construction;

import io.quantumleap.analytics.construction.covariance.CovarianceMatrix;
import io.quantumleap.analytics.construction.quadratic.LinearConstraint;
import io.quantumleap.analytics.construction.quadratic.QuadraticProgram;
import io.quantumleap.analytics.construction.quadratic.Solution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The portfolio of the highest Sharpe ratio (m'w - r) / sqrt(w' S w) within the limits: the tangency portfolio.
 *
 * <p>Solved as the convex program that minimises y' S y with excess return one over positions y proportional to the weights,
 * and weights y / sum(y). Source: G. Cornuejols and R. Tütüncü, Optimization Methods in Finance, 2007, section 8.2; without
 * limits it is S^-1 (m - r) divided by its sum (R. C. Merton, 1972).
 */
public final class MaximumSharpe {

    /** A variance below this part of the largest one possible is rounding. */
    private static final double RISKLESS = 1e-14;

    /** An excess return below this part of the assets' is rounding. */
    private static final double NOTHING = 1e-13;

    /** Long and short positions that differ by less than this part of them cancel. */
    private static final double BALANCED = 1e-10;

    private MaximumSharpe() {}

    /**
     * The tangency portfolio.
     *
     * @param expectedReturns for each asset, over the same period as the covariance
     * @param riskFree the risk-free rate over that period
     * @throws IllegalArgumentException if the sizes differ or the rate is not finite
     */
    public static Allocation of(
            CovarianceMatrix covariance, double[] expectedReturns, double riskFree, WeightLimits limits) {
        if (!Double.isFinite(riskFree)) {
            throw new IllegalArgumentException("A risk-free rate is a finite number.");
        }
        Optional<Obstacle> obstacle = Obstacles.before(covariance.size(), expectedReturns, limits);
        double[] excess = Arrays.stream(expectedReturns).map(r -> r - riskFree).toArray();
        return obstacle.or(() -> noExcess(excess, limits))
                .<Allocation>map(Allocation.Refused::new)
                .orElseGet(() -> tangency(covariance, excess, limits));
    }

    /** The obstacle when the best portfolio earns no more than the risk-free rate, or when there is none. */
    private static Optional<Obstacle> noExcess(double[] excess, WeightLimits limits) {
        Allocation best = MaximumReturn.of(excess, limits);
        if (best instanceof Allocation.Refused refused) {
            return refused.obstacle() instanceof Obstacle.Unbounded
                    ? Optional.empty()
                    : Optional.of(refused.obstacle());
        }
        double highest = best.orElseThrow().expectedReturn(excess);
        double largest = Arrays.stream(excess).map(Math::abs).max().orElse(0);
        return highest > NOTHING * largest ? Optional.empty() : Optional.of(new Obstacle.NoExcessReturn(highest));
    }

    private static Allocation tangency(CovarianceMatrix covariance, double[] excess, WeightLimits limits) {
        double norm = Math.sqrt(Arrays.stream(excess).map(e -> e * e).sum());
        if (norm == 0) {
            return new Allocation.Refused(new Obstacle.NoExcessReturn(0));
        }
        List<LinearConstraint> constraints = new ArrayList<>();
        constraints.add(LinearConstraint.equal("positive excess return", excess, norm));
        constraints.addAll(LimitConstraints.onPositions(limits));
        Solution solution = QuadraticProgram.of(covariance.toArray()).minimise(new double[excess.length], constraints);
        return solution instanceof Solution.Optimal optimal
                ? weights(covariance, optimal.x(), limits)
                : new Allocation.Refused(Obstacles.of(solution));
    }

    private static Allocation weights(CovarianceMatrix covariance, double[] positions, WeightLimits limits) {
        double sum = Arrays.stream(positions).sum();
        double size = Arrays.stream(positions).map(Math::abs).sum();
        double largestVariance = 0;
        for (int i = 0; i < positions.length; i++) {
            largestVariance = Math.max(largestVariance, covariance.variance(i));
        }
        if (covariance.variance(positions) <= RISKLESS * size * size * largestVariance) {
            return new Allocation.Refused(new Obstacle.RisklessCombination());
        }
        if (sum <= BALANCED * size) {
            return new Allocation.Refused(new Obstacle.NoLargestSharpe());
        }
        return new Allocation.Found(
                limits.clamped(Arrays.stream(positions).map(y -> y / sum).toArray()));
    }
}
