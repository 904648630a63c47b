package io.quantumleap.analytics.streaming;

import java.io.Serializable;
import java.math.BigDecimal;

/** A sum held as two doubles, about 106 bits, so that neither order nor grouping of the additions shows in a double. */
final class WideSum implements Serializable {

    private static final long serialVersionUID = 1;

    private double high;
    private double low;

    void add(double number) {
        double sum = high + number;
        double seen = sum - high;
        double error = (high - (sum - seen)) + (number - seen);
        normalise(sum, low + error);
    }

    /** Adds a number given as a double and what rounding it lost. */
    void add(double number, double lost) {
        add(number);
        normalise(high, low + lost);
    }

    void add(WideSum other) {
        add(other.high, other.low);
    }

    private void normalise(double sum, double rest) {
        high = sum + rest;
        low = rest - (high - sum);
    }

    double value() {
        return high;
    }

    boolean isFinite() {
        return Double.isFinite(high) && Double.isFinite(low);
    }

    /** The exact value; only when finite. */
    BigDecimal exact() {
        return new BigDecimal(high).add(new BigDecimal(low));
    }
}
