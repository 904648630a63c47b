package io.quantumleap.analytics.construction;

import java.util.Arrays;

/** The weight of each asset in a portfolio, in the order of the covariance matrix; 0.12 is 12 %. Immutable. */
public final class Weights {

    private final double[] values;

    private Weights(double[] values) {
        this.values = values;
    }

    /**
     * The given weights, which are copied.
     *
     * @throws IllegalArgumentException if there is none or one is not finite
     */
    public static Weights of(double... values) {
        if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("A portfolio has at least one weight, and all are finite.");
        }
        return new Weights(values.clone());
    }

    /** The number of assets. */
    public int size() {
        return values.length;
    }

    /** The weight of one asset. */
    public double weight(int asset) {
        return values[asset];
    }

    /** The weights, as a new array. */
    public double[] toArray() {
        return values.clone();
    }

    /** The sum of weights times returns. */
    public double expectedReturn(double[] expectedReturns) {
        if (expectedReturns.length != values.length) {
            throw new IllegalArgumentException("There is one expected return for each asset.");
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * expectedReturns[i];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weights weights && Arrays.equals(values, weights.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Weights" + Arrays.toString(values);
    }
}
