package io.quantumleap.analytics.construction;

import io.quantumleap.analytics.construction.quadratic.LinearConstraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The limits of a portfolio in the solver's terms. */
final class LimitConstraints {

    private LimitConstraints() {}

    /** Budget, bounds and groups as constraints on the weights. */
    static List<LinearConstraint> onWeights(WeightLimits limits) {
        List<LinearConstraint> constraints = new ArrayList<>();
        constraints.add(LinearConstraint.equal("weights add up to 1", ones(limits.size()), 1));
        for (int i = 0; i < limits.size(); i++) {
            double[] own = own(limits.size(), i);
            addLimit(constraints, lowerName(limits, i), own, limits.lower(i));
            addLimit(constraints, upperName(limits, i), negated(own), -limits.upper(i));
        }
        for (WeightLimits.Group group : limits.groups()) {
            double[] members = indicator(limits.size(), group);
            addLimit(constraints, minimumName(group), members, group.minimum());
            addLimit(constraints, maximumName(group), negated(members), -group.maximum());
        }
        return constraints;
    }

    private static void addLimit(List<LinearConstraint> constraints, String name, double[] coefficients, double bound) {
        if (Double.isFinite(bound)) {
            constraints.add(LinearConstraint.atLeast(name, coefficients, bound));
        }
    }

    /**
     * Bounds and groups as constraints on positions y that are the weights times their own sum, where that sum is free but
     * not negative.
     */
    static List<LinearConstraint> onPositions(WeightLimits limits) {
        int n = limits.size();
        List<LinearConstraint> constraints = new ArrayList<>();
        constraints.add(LinearConstraint.atLeast("weights add up to 1", ones(n), 0));
        for (int i = 0; i < n; i++) {
            double[] own = own(n, i);
            addRatio(constraints, lowerName(limits, i), own, limits.lower(i));
            addRatio(constraints, upperName(limits, i), negated(own), -limits.upper(i));
        }
        for (WeightLimits.Group group : limits.groups()) {
            double[] members = indicator(n, group);
            addRatio(constraints, minimumName(group), members, group.minimum());
            addRatio(constraints, maximumName(group), negated(members), -group.maximum());
        }
        return constraints;
    }

    /** Adds: the coefficients times y are at least the bound times the sum of y. */
    private static void addRatio(List<LinearConstraint> constraints, String name, double[] coefficients, double bound) {
        if (!Double.isFinite(bound)) {
            return;
        }
        double[] shifted = Arrays.stream(coefficients).map(c -> c - bound).toArray();
        if (Arrays.stream(shifted).anyMatch(c -> c != 0)) {
            constraints.add(LinearConstraint.atLeast(name, shifted, 0));
        }
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] own(int n, int asset) {
        double[] own = new double[n];
        own[asset] = 1;
        return own;
    }

    private static double[] indicator(int n, WeightLimits.Group group) {
        double[] indicator = new double[n];
        for (int member : group.members()) {
            indicator[member] = 1;
        }
        return indicator;
    }

    private static double[] negated(double[] numbers) {
        return Arrays.stream(numbers).map(number -> number == 0 ? 0 : -number).toArray();
    }

    private static String lowerName(WeightLimits limits, int asset) {
        return "lower bound " + limits.lower(asset) + " of asset " + asset;
    }

    private static String upperName(WeightLimits limits, int asset) {
        return "upper bound " + limits.upper(asset) + " of asset " + asset;
    }

    private static String minimumName(WeightLimits.Group group) {
        return "minimum " + group.minimum() + " of group " + group.name();
    }

    private static String maximumName(WeightLimits.Group group) {
        return "maximum " + group.maximum() + " of group " + group.name();
    }
}
