package io.quantumleap.analytics.returns;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Reason;
import java.util.function.DoubleUnaryOperator;

/**
 * A root of a continuous function between two points of different sign: Brent's method (Brent, "Algorithms for Minimization
 * without Derivatives", 1973, chapter 4), which is never slower than bisection by more than a constant factor.
 */
final class BracketedRoot {

    private static final int STEPS = 400;
    private static final double FINEST_STEP = 1e-17;

    private BracketedRoot() {}

    static Measure find(DoubleUnaryOperator function, double from, double to) {
        double best = to;
        double other = from;
        double atBest = function.applyAsDouble(best);
        double atOther = function.applyAsDouble(other);
        if (atOther == 0) {
            return Measure.of(other);
        }
        if (atBest != 0 && atBest < 0 == atOther < 0) {
            return Measure.unavailable(Reason.NO_CONVERGENCE);
        }
        double previous = other;
        double atPrevious = atOther;
        double step = best - other;
        double stepBefore = step;
        for (int i = 0; i < STEPS; i++) {
            if (Math.abs(atOther) < Math.abs(atBest)) {
                previous = best;
                best = other;
                other = previous;
                atPrevious = atBest;
                atBest = atOther;
                atOther = atPrevious;
            }
            double half = (other - best) / 2;
            double tolerance = Math.max(2 * Math.ulp(best), FINEST_STEP);
            if (atBest == 0 || Math.abs(half) <= tolerance) {
                return Measure.of(best);
            }
            double proposal = Math.abs(stepBefore) >= tolerance && Math.abs(atPrevious) > Math.abs(atBest)
                    ? interpolation(previous, atPrevious, best, atBest, other, atOther)
                    : half;
            boolean inside = proposal != 0
                    && proposal < 0 == half < 0
                    && Math.abs(proposal) < Math.min(1.5 * Math.abs(half), Math.abs(stepBefore) / 2);
            stepBefore = inside ? step : half;
            step = inside ? proposal : half;
            previous = best;
            atPrevious = atBest;
            best += Math.abs(step) > tolerance ? step : Math.copySign(tolerance, half);
            atBest = function.applyAsDouble(best);
            if (atBest < 0 == atOther < 0 && atBest != 0) {
                other = previous;
                atOther = atPrevious;
                step = best - previous;
                stepBefore = step;
            }
        }
        return Measure.unavailable(Reason.NO_CONVERGENCE);
    }

    /** The step that the secant, or with three different points the inverse parabola, proposes. */
    private static double interpolation(double a, double atA, double b, double atB, double c, double atC) {
        double s = atB / atA;
        double p;
        double q;
        if (a == c) {
            p = (c - b) * s;
            q = 1 - s;
        } else {
            double r = atB / atC;
            double t = atA / atC;
            p = s * ((c - b) * t * (t - r) - (b - a) * (r - 1));
            q = (t - 1) * (r - 1) * (s - 1);
        }
        return q == 0 ? 0 : -p / q;
    }
}
