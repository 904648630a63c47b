package io.quantumleap.analytics.construction.quadratic;

import java.util.ArrayList;
import java.util.List;

/**
 * Minimises x' G x / 2 + a' x under linear constraints for a positive definite G: starts at the unconstrained minimum and
 * takes in violated constraints one by one, keeping every multiplier of the right sign.
 *
 * <p>Source: D. Goldfarb and A. Idnani, A numerically stable dual method for solving strictly convex quadratic programs,
 * Mathematical Programming 27 (1983) 1-33. One run for each object.
 */
final class DualActiveSet {

    /** A constraint counts as satisfied up to this much, relative to the numbers in it. */
    private static final double FEASIBLE = 1e-13;

    /** A normal counts as a combination of the held ones when less than this part of it is left. */
    private static final double DEPENDENT = 1e-11;

    /** A constraint that conflicts with held ones by no more than this conflicts by rounding: they meet in one point. */
    private static final double TOUCHING = 1e-10;

    private final List<LinearConstraint> constraints;
    private final boolean[] touching;
    private final ActiveSet active;
    private final double[] x;

    /** Starts from the unconstrained minimum {@code start}. */
    DualActiveSet(InverseFactor factor, double[] start, List<LinearConstraint> constraints) {
        this.constraints = constraints;
        this.touching = new boolean[constraints.size()];
        this.active = new ActiveSet(factor.rows());
        this.x = start.clone();
    }

    Solution solve() {
        int limit = 50 * (x.length + constraints.size()) + 100;
        for (int step = 0; step < limit; step++) {
            int violated = mostViolated();
            if (violated < 0) {
                return new Solution.Optimal(x);
            }
            List<String> conflict = takeIn(violated);
            if (!conflict.isEmpty()) {
                return new Solution.Infeasible(conflict);
            }
        }
        return new Solution.NotConverged();
    }

    /** The first equality not yet held, or else the inequality that is violated most; -1 when all is satisfied. */
    private int mostViolated() {
        int worst = -1;
        double deepest = 0;
        for (int i = 0; i < constraints.size(); i++) {
            LinearConstraint constraint = constraints.get(i);
            if (touching[i] || active.contains(i)) {
                continue;
            }
            double slack = constraint.slack(x);
            if (constraint.equality() && Math.abs(slack) > FEASIBLE * constraint.scale(x)) {
                return i;
            }
            if (!constraint.equality() && slack < deepest && slack < -FEASIBLE * (1 + constraint.scale(x))) {
                deepest = slack;
                worst = i;
            }
        }
        return worst;
    }

    /** Moves until the constraint is held; answers the names of those in conflict if it cannot be. */
    private List<String> takeIn(int index) {
        LinearConstraint constraint = constraints.get(index);
        // An equality that is exceeded is approached from the other side.
        double side = constraint.slack(x) > 0 ? -1 : 1;
        double multiplier = 0;
        while (true) {
            double[] turned = active.turned(constraint);
            double[] dual = active.dualDirection(turned);
            int blocking = firstToVanish(dual, side);
            double partial =
                    blocking < 0 ? Double.POSITIVE_INFINITY : active.multiplier(blocking) / (side * dual[blocking]);
            double full = fullStep(constraint, turned);
            double step = Math.min(partial, full);
            if (Double.isInfinite(step)) {
                touching[index] = Math.abs(constraint.slack(x)) <= TOUCHING * (1 + constraint.scale(x));
                return touching[index] ? List.of() : conflict(index, dual);
            }
            multiplier += side * step;
            advance(turned, dual, side * step, Double.isInfinite(full));
            if (full <= partial) {
                active.add(index, turned, multiplier);
                return List.of();
            }
            active.remove(blocking);
        }
    }

    /** The step at which the constraint holds; infinite when its normal is a combination of the held ones. */
    private double fullStep(LinearConstraint constraint, double[] turned) {
        double free = Vectors.length(turned, active.size());
        boolean dependent = free <= DEPENDENT * Vectors.length(turned, 0);
        return dependent ? Double.POSITIVE_INFINITY : Math.abs(constraint.slack(x)) / (free * free);
    }

    private void advance(double[] turned, double[] dual, double step, boolean multipliersOnly) {
        if (!multipliersOnly) {
            move(active.primalDirection(turned), step);
        }
        active.moveMultipliers(dual, step);
    }

    private void move(double[] direction, double step) {
        for (int i = 0; i < x.length; i++) {
            x[i] += step * direction[i];
        }
    }

    /** The held inequality whose multiplier reaches zero first; -1 when none falls. */
    private int firstToVanish(double[] dual, double side) {
        int first = -1;
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < active.size(); i++) {
            double fall = side * dual[i];
            if (fall > 0 && !constraints.get(active.member(i)).equality() && active.multiplier(i) / fall < shortest) {
                shortest = active.multiplier(i) / fall;
                first = i;
            }
        }
        return first;
    }

    private List<String> conflict(int index, double[] dual) {
        List<String> names = new ArrayList<>(List.of(constraints.get(index).name()));
        for (int i = 0; i < active.size(); i++) {
            if (Math.abs(dual[i]) > DEPENDENT) {
                names.add(constraints.get(active.member(i)).name());
            }
        }
        return List.copyOf(names);
    }
}
