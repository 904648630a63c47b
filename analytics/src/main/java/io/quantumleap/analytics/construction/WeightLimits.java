package io.quantumleap.analytics.construction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The limits of a fully invested portfolio: weights add up to one, each lies between its bounds, and groups of assets
 * between theirs. A bound may be infinite. Immutable.
 */
public final class WeightLimits {

    /** How far a sum of bounds may miss one by rounding. */
    private static final double ROUNDING = 1e-12;

    private final double[] lower;
    private final double[] upper;
    private final List<Group> groups;

    private WeightLimits(double[] lower, double[] upper, List<Group> groups) {
        this.lower = lower;
        this.upper = upper;
        this.groups = groups;
    }

    /** No short positions: every weight is at least zero (and so at most one). */
    public static WeightLimits longOnly(int assets) {
        return between(assets, 0, 1);
    }

    /** No limits but the budget: weights may be negative. */
    public static WeightLimits unlimited(int assets) {
        return between(assets, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** The same bounds for every asset. */
    public static WeightLimits between(int assets, double lower, double upper) {
        double[] lowers = new double[assets];
        double[] uppers = new double[assets];
        Arrays.fill(lowers, lower);
        Arrays.fill(uppers, upper);
        return of(lowers, uppers);
    }

    /**
     * Bounds for each asset, which are copied.
     *
     * @throws IllegalArgumentException if there is no asset, the arrays differ in length or a bound is NaN
     */
    public static WeightLimits of(double[] lower, double[] upper) {
        if (lower.length == 0 || lower.length != upper.length) {
            throw new IllegalArgumentException("There is at least one asset, with one lower and one upper bound each.");
        }
        if (DoubleStream.concat(Arrays.stream(lower), Arrays.stream(upper)).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("A bound is a number or infinite.");
        }
        return new WeightLimits(lower.clone(), upper.clone(), List.of());
    }

    /**
     * These limits and one more: the weights of the members add up to between minimum and maximum.
     *
     * @throws IllegalArgumentException if there is no member, one is unknown or named twice, or a limit is NaN
     */
    public WeightLimits withGroup(String name, int[] members, double minimum, double maximum) {
        int[] sorted = Arrays.stream(members).sorted().distinct().toArray();
        if (members.length == 0 || sorted.length != members.length) {
            throw new IllegalArgumentException("A group has members, each once.");
        }
        if (sorted[0] < 0 || sorted[sorted.length - 1] >= lower.length) {
            throw new IllegalArgumentException("A group's members are assets of the portfolio.");
        }
        if (Double.isNaN(minimum) || Double.isNaN(maximum)) {
            throw new IllegalArgumentException("A group's limit is a number or infinite.");
        }
        List<Group> more = new ArrayList<>(groups);
        more.add(new Group(name, sorted, minimum, maximum));
        return new WeightLimits(lower, upper, List.copyOf(more));
    }

    /** The number of assets. */
    public int size() {
        return lower.length;
    }

    /** The lower bound of one asset. */
    public double lower(int asset) {
        return lower[asset];
    }

    /** The upper bound of one asset. */
    public double upper(int asset) {
        return upper[asset];
    }

    List<Group> groups() {
        return groups;
    }

    /** The limit that no portfolio can meet, if it shows without an optimisation. */
    public Optional<Obstacle> obstacle() {
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] > upper[i] || lower[i] == Double.POSITIVE_INFINITY || upper[i] == Double.NEGATIVE_INFINITY) {
                return Optional.of(new Obstacle.CrossedBounds(i, lower[i], upper[i]));
            }
        }
        double lowest = Arrays.stream(lower).sum();
        double highest = Arrays.stream(upper).sum();
        if (lowest > 1 + ROUNDING) {
            return Optional.of(new Obstacle.LowerBoundsExceedBudget(lowest));
        }
        if (highest < 1 - ROUNDING) {
            return Optional.of(new Obstacle.UpperBoundsBelowBudget(highest));
        }
        return groups.stream().flatMap(group -> outOfReach(group).stream()).findFirst();
    }

    private Optional<Obstacle> outOfReach(Group group) {
        double ownLowest = 0;
        double ownHighest = 0;
        for (int member : group.members()) {
            ownLowest += lower[member];
            ownHighest += upper[member];
        }
        double lowest = Math.max(ownLowest, 1 - othersSum(group, upper));
        double highest = Math.min(ownHighest, 1 - othersSum(group, lower));
        boolean reachable = group.minimum() <= group.maximum()
                && group.minimum() <= highest + ROUNDING
                && group.maximum() >= lowest - ROUNDING;
        return reachable
                ? Optional.empty()
                : Optional.of(
                        new Obstacle.GroupOutOfReach(group.name(), group.minimum(), group.maximum(), lowest, highest));
    }

    private static double othersSum(Group group, double[] bounds) {
        double sum = 0;
        for (int i = 0; i < bounds.length; i++) {
            if (Arrays.binarySearch(group.members(), i) < 0) {
                sum += bounds[i];
            }
        }
        return sum;
    }

    /** The weights moved onto the bounds that rounding left them outside of. */
    Weights clamped(double[] weights) {
        double[] clamped = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            clamped[i] = Math.max(lower[i], Math.min(upper[i], weights[i]));
        }
        return Weights.of(clamped);
    }

    /** Assets whose weights are limited together; the members are sorted. */
    @SuppressWarnings("ArrayRecordComponent") // Internal: never compared.
    record Group(String name, int[] members, double minimum, double maximum) {}
}
