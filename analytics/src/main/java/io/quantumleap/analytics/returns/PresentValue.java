package io.quantumleap.analytics.returns;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * The present value of cash flows as a function of the continuous rate {@code x}: the sum of {@code c_i e^(-x t_i)}, a
 * generalised polynomial whose number of roots is at most the number of sign changes of its coefficients (Laguerre's
 * extension of Descartes' rule).
 */
final class PresentValue {

    /** Up to this many sign changes the turning points are searched completely; beyond it, on a grid. */
    private static final int COMPLETE_SEARCH = 24;

    /** No rate beyond e^{+-limit} can be represented as a double. */
    private static final double LIMIT = 40_000;

    private static final int GRID = 2_000;
    private static final double GRID_REACH = 12;

    private final double[] times;
    private final double[] amounts;
    private final int signChanges;

    /** Times rise and start at zero; no amount is zero. */
    PresentValue(double[] times, double[] amounts) {
        this.times = times;
        this.amounts = amounts;
        this.signChanges = countSignChanges(amounts);
    }

    private static int countSignChanges(double[] amounts) {
        int changes = 0;
        for (int i = 1; i < amounts.length; i++) {
            if (amounts[i - 1] < 0 != amounts[i] < 0) {
                changes++;
            }
        }
        return changes;
    }

    int signChanges() {
        return signChanges;
    }

    /** The only root, or why there is not exactly one. Needs at least one sign change. */
    Measure onlyRoot() {
        if (signChanges % 2 == 1) {
            Measure root = bracketed(-LIMIT, LIMIT);
            if (signChanges == 1 || (root.available() && balanceKeepsItsSide(root.orElseThrow()))) {
                return root;
            }
        }
        List<Double> roots = signChanges <= COMPLETE_SEARCH ? roots() : gridRoots();
        if (roots.size() == 1) {
            return Measure.of(roots.get(0));
        }
        return Measure.unavailable(roots.isEmpty() ? Reason.NO_CONVERGENCE : Reason.SEVERAL_ROOTS);
    }

    /** All roots, in rising order: between two neighbouring turning points there is at most one. */
    private List<Double> roots() {
        if (signChanges == 0) {
            return List.of();
        }
        if (signChanges == 1) {
            Measure root = bracketed(-LIMIT, LIMIT);
            return root.available() ? List.of(root.orElseThrow()) : List.of();
        }
        List<Double> borders = new ArrayList<>();
        borders.add(-LIMIT);
        borders.addAll(withOneSignChangeLess().roots());
        borders.add(LIMIT);
        return rootsBetween(borders);
    }

    /**
     * Multiplied with {@code e^(x t)} for a time t between two flows of different sign and differentiated, the sum keeps its
     * form but loses that sign change; its roots are the turning points of a function with the same roots as this one.
     */
    private PresentValue withOneSignChangeLess() {
        int change = 1;
        while (amounts[change - 1] < 0 == amounts[change] < 0) {
            change++;
        }
        double between = (times[change - 1] + times[change]) / 2;
        double[] derived = new double[amounts.length];
        for (int i = 0; i < amounts.length; i++) {
            derived[i] = amounts[i] * (between - times[i]);
        }
        return new PresentValue(times, derived);
    }

    private List<Double> gridRoots() {
        List<Double> borders = new ArrayList<>();
        borders.add(-LIMIT);
        for (int i = 0; i <= GRID; i++) {
            borders.add(GRID_REACH * (2.0 * i / GRID - 1));
        }
        borders.add(LIMIT);
        return rootsBetween(borders);
    }

    private List<Double> rootsBetween(List<Double> borders) {
        List<Double> roots = new ArrayList<>();
        for (int i = 1; i < borders.size(); i++) {
            double low = borders.get(i - 1);
            double high = borders.get(i);
            double atLow = at(low);
            if (atLow == 0) {
                roots.add(low);
            } else if (atLow < 0 != at(high) < 0 && at(high) != 0) {
                bracketed(low, high).asOptional().ifPresent(roots::add);
            }
        }
        return roots;
    }

    /**
     * Soper (1959): a root above -100 % at which the balance of all flows so far, carried forward at that rate, has the
     * same sign before every later flow, is the only one.
     */
    private boolean balanceKeepsItsSide(double x) {
        double balance = amounts[0];
        boolean negative = balance < 0;
        for (int i = 1; i < amounts.length; i++) {
            if (balance < 0 != negative || balance == 0) {
                return false;
            }
            balance = balance * Math.exp(x * (times[i] - times[i - 1])) + amounts[i];
        }
        return true;
    }

    /** The root between two rates at which the present value has different signs, by bisection sped up with secants. */
    private Measure bracketed(double from, double to) {
        double low = from;
        double high = to;
        boolean lowNegative = at(low) < 0;
        // Narrow down from outside in powers of two first: the answer is near zero far more often than not.
        for (double reach = 1; reach < LIMIT; reach *= 2) {
            if (-reach > low && -reach < high && at(-reach) < 0 == lowNegative) {
                low = -reach;
                break;
            }
        }
        for (double reach = 1; reach < LIMIT; reach *= 2) {
            if (reach < high && reach > low && at(reach) < 0 != lowNegative) {
                high = reach;
                break;
            }
        }
        return BracketedRoot.find(this::at, low, high);
    }

    /**
     * The sum times a positive factor that keeps every exponential at one or below, so that it neither overflows nor
     * changes sign.
     */
    double at(double x) {
        double reference = x >= 0 ? 0 : times[times.length - 1];
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            sum += amounts[i] * Math.exp(-x * (times[i] - reference));
        }
        return sum;
    }
}
