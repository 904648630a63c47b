package io.quantumleap.analytics.construction;

import io.quantumleap.analytics.construction.covariance.CovarianceMatrix;
import io.quantumleap.analytics.construction.quadratic.QuadraticProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Portfolios of least variance for expected returns in equal steps, from the portfolio of least variance to the highest
 * return that the limits allow.
 *
 * <p>Source: H. Markowitz, Portfolio Selection, 1959. Every point solves its own quadratic program over one shared factor of
 * the matrix. The last point lies within 1e-10 of the range of returns below the highest. When the portfolio of least
 * variance already has the highest return, the frontier is that one point.
 */
public final class EfficientFrontier {

    /** How far below the end the last point stays, where a single portfolio may be left. */
    private static final double END = 1e-10;

    private EfficientFrontier() {}

    /** The answer: points by rising return, or what stands in the way. */
    public sealed interface Answer {

        /** The frontier, by rising return and rising volatility. */
        record Found(List<Point> points) implements Answer {
            /** Copies the list. */
            public Found {
                points = List.copyOf(points);
            }
        }

        /** There is no frontier, and this is why. */
        record Refused(Obstacle obstacle) implements Answer {}
    }

    /**
     * One efficient portfolio.
     *
     * @param expectedReturn of the portfolio, over the period of the inputs
     * @param volatility over the same period
     * @param weights of the assets
     */
    public record Point(double expectedReturn, double volatility, Weights weights) {}

    /**
     * The frontier.
     *
     * @param points how many, at least two
     * @throws IllegalArgumentException if the sizes differ or there are fewer than two points
     */
    public static Answer of(CovarianceMatrix covariance, double[] expectedReturns, WeightLimits limits, int points) {
        if (points < 2) {
            throw new IllegalArgumentException("A frontier has at least two points.");
        }
        Optional<Obstacle> obstacle = Obstacles.before(covariance.size(), expectedReturns, limits);
        return obstacle.<Answer>map(Answer.Refused::new)
                .orElseGet(() -> trace(covariance, expectedReturns, limits, points));
    }

    private static Answer trace(CovarianceMatrix covariance, double[] returns, WeightLimits limits, int points) {
        TargetReturns targets = new TargetReturns(QuadraticProgram.of(covariance.toArray()), returns, limits);
        Allocation least = targets.leastVariance();
        Allocation most = MaximumReturn.of(returns, limits);
        if (least instanceof Allocation.Refused refused) {
            return new Answer.Refused(refused.obstacle());
        }
        if (most instanceof Allocation.Refused refused) {
            return new Answer.Refused(refused.obstacle());
        }
        Weights start = least.orElseThrow();
        double lowest = start.expectedReturn(returns);
        double range = most.orElseThrow().expectedReturn(returns) - lowest;
        List<Weights> portfolios = new ArrayList<>(List.of(start));
        for (int i = 1; i < points && range > 1e-12 * Math.abs(lowest); i++) {
            double part = i == points - 1 ? 1 - END : (double) i / (points - 1);
            Allocation next = targets.atLeast(lowest + range * part);
            if (next instanceof Allocation.Refused refused) {
                return new Answer.Refused(refused.obstacle());
            }
            portfolios.add(next.orElseThrow());
        }
        return new Answer.Found(
                portfolios.stream().map(w -> point(covariance, returns, w)).toList());
    }

    private static Point point(CovarianceMatrix covariance, double[] returns, Weights weights) {
        double volatility = Math.sqrt(covariance.variance(weights.toArray()));
        return new Point(weights.expectedReturn(returns), volatility, weights);
    }
}
