package io.quantumleap.analytics.rolling;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Reason;
import java.util.Arrays;
import java.util.OptionalInt;

/** One measure for every position of a rolling window. Position 0 is the window that starts with the first observation. */
public final class RollingSeries {

    private final int window;
    private final double[] values;
    private final Reason whenUndefined;

    /** NaN means that there is no value for the given reason, infinity that it is out of range. Takes the array over. */
    RollingSeries(int window, double[] values, Reason whenUndefined) {
        this.window = window;
        this.values = values;
        this.whenUndefined = whenUndefined;
    }

    /** A series without a single value. */
    static RollingSeries undefined(int window, int observations, Reason reason) {
        double[] none = new double[positions(window, observations)];
        Arrays.fill(none, Double.NaN);
        return new RollingSeries(window, none, reason);
    }

    /**
     * How many positions a window has.
     *
     * @throws IllegalArgumentException if the window is shorter than one observation
     */
    static int positions(int window, int observations) {
        if (window < 1) {
            throw new IllegalArgumentException("A window holds at least one observation.");
        }
        return Math.max(0, observations - window + 1);
    }

    /** How many observations the window holds. */
    public int window() {
        return window;
    }

    /** How many positions there are: observations - window + 1, or none. */
    public int size() {
        return values.length;
    }

    /** The measure at a position. */
    public Measure at(int position) {
        double value = values[position];
        return Double.isNaN(value) ? Measure.unavailable(whenUndefined) : Measure.of(value);
    }

    /** A measure as one of the values that make a series. */
    static double encode(Measure measure) {
        return measure instanceof Measure.Unavailable none && none.reason() == Reason.OUT_OF_RANGE
                ? Double.POSITIVE_INFINITY
                : measure.orElse(Double.NaN);
    }

    /** The index of the observation that ends the window at a position. */
    public int end(int position) {
        return position + window - 1;
    }

    /** All values, with another number where there is none. */
    public double[] values(double whenUnavailable) {
        double[] copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = Double.isFinite(copy[i]) ? copy[i] : whenUnavailable;
        }
        return copy;
    }

    /** The first position with the lowest value; empty if there is none. */
    public OptionalInt lowest() {
        int best = -1;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i]) && (best < 0 || values[i] < values[best])) {
                best = i;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /** The first position with the highest value; empty if there is none. */
    public OptionalInt highest() {
        int best = -1;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i]) && (best < 0 || values[i] > values[best])) {
                best = i;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }
}
