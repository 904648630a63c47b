package io.quantumleap.analytics.construction;

import io.quantumleap.analytics.construction.covariance.CovarianceMatrix;
import io.quantumleap.analytics.construction.quadratic.Cholesky;
import io.quantumleap.analytics.construction.quadratic.Vectors;
import java.util.Arrays;

/**
 * The long-only portfolio in which every asset contributes its budgeted part of the variance: equal parts (equal risk
 * contribution) or given ones (risk budgeting).
 *
 * <p>The minimiser of x' R x / 2 - sum b_i ln x_i over the correlation matrix R, divided by the volatilities and scaled to
 * one. It is unique, and found by Newton's method with damped steps until the decrement is small. Source: F. Spinu, An
 * algorithm for computing risk parity weights, 2013; the conditions of equal risk contribution from S. Maillard, T. Roncalli
 * and J. Teiletche, 2010. The answer's contributions agree with the budget to 1e-10, mostly to rounding.
 */
public final class RiskParity {

    private static final int STEPS = 500;
    private static final double EXACT = 1e-15;
    private static final double ACCEPTED = 1e-10;
    private static final double FAR = 1e6;

    /** Below this decrement full steps converge quadratically: (3 - sqrt 5) / 2, with Spinu's margin. */
    private static final double NEAR = 0.95 * 0.381966011250105;

    private RiskParity() {}

    /** Every asset contributes the same. */
    public static Allocation of(CovarianceMatrix covariance) {
        double[] equal = new double[covariance.size()];
        Arrays.fill(equal, 1);
        return of(covariance, equal);
    }

    /**
     * Every asset contributes its part of the budget.
     *
     * @param budget positive numbers; only their proportions matter
     * @throws IllegalArgumentException if the sizes differ or a part is not positive and finite
     */
    public static Allocation of(CovarianceMatrix covariance, double[] budget) {
        if (budget.length != covariance.size() || !Arrays.stream(budget).allMatch(b -> b > 0 && Double.isFinite(b))) {
            throw new IllegalArgumentException("There is one positive part of the risk budget for each asset.");
        }
        for (int i = 0; i < budget.length; i++) {
            if (covariance.variance(i) == 0) {
                return new Allocation.Refused(new Obstacle.NoVariance(i));
            }
        }
        double sum = Arrays.stream(budget).sum();
        return descend(covariance, Arrays.stream(budget).map(b -> b / sum).toArray());
    }

    private static Allocation descend(CovarianceMatrix covariance, double[] budget) {
        double[][] correlations = correlations(covariance);
        double[] x = Arrays.stream(budget).map(Math::sqrt).toArray();
        double error = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = gradient(correlations, x, budget);
            double before = error;
            error = largestError(gradient, x);
            if (error <= EXACT || (error <= ACCEPTED && error >= before)) {
                return new Allocation.Found(weights(covariance, x));
            }
            Cholesky factor = Cholesky.of(curvature(correlations, x, budget), 0);
            if (!factor.positiveDefinite() || Arrays.stream(x).max().orElse(0) > FAR) {
                return new Allocation.Refused(new Obstacle.RisklessCombination());
            }
            move(x, factor.solve(gradient), gradient);
        }
        return new Allocation.Refused(new Obstacle.NotConverged());
    }

    /** R x - b / x. */
    private static double[] gradient(double[][] correlations, double[] x, double[] budget) {
        double[] gradient = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            gradient[i] = Vectors.dot(correlations[i], x) - budget[i] / x[i];
        }
        return gradient;
    }

    private static double largestError(double[] gradient, double[] x) {
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            largest = Math.max(largest, Math.abs(gradient[i] * x[i]));
        }
        return largest;
    }

    /** R + diag(b / x^2). */
    private static double[][] curvature(double[][] correlations, double[] x, double[] budget) {
        double[][] curvature = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            curvature[i] = correlations[i].clone();
            curvature[i][i] += budget[i] / (x[i] * x[i]);
        }
        return curvature;
    }

    /** A Newton step, shortened while far away so that every coordinate stays positive. */
    private static void move(double[] x, double[] step, double[] gradient) {
        double decrement = 0;
        double relative = 0;
        for (int i = 0; i < x.length; i++) {
            decrement += step[i] * gradient[i];
            relative = Math.max(relative, Math.abs(step[i] / x[i]));
        }
        boolean near = Math.sqrt(Math.max(decrement, 0)) <= NEAR && relative < 1;
        double length = near ? 1 : 1 / (1 + relative);
        for (int i = 0; i < x.length; i++) {
            x[i] -= length * step[i];
        }
    }

    private static double[][] correlations(CovarianceMatrix covariance) {
        double[][] correlations = covariance.toArray();
        for (int i = 0; i < correlations.length; i++) {
            for (int j = 0; j < correlations.length; j++) {
                correlations[i][j] =
                        i == j ? 1 : correlations[i][j] / (covariance.volatility(i) * covariance.volatility(j));
            }
        }
        return correlations;
    }

    private static Weights weights(CovarianceMatrix covariance, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] /= covariance.volatility(i);
            sum += x[i];
        }
        double total = sum;
        return Weights.of(Arrays.stream(x).map(w -> w / total).toArray());
    }
}
