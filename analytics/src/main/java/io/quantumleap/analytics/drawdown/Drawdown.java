package io.quantumleap.analytics.drawdown;

import java.util.OptionalInt;

/**
 * One episode below a peak. The positions are indices into the values; of returns, 0 is the start before the first return
 * and {@code i + 1} stands after return {@code i}.
 *
 * @param peak where the value last stood at its highest before the fall
 * @param trough where the value was lowest, for the first time
 * @param end where the peak was reached again, or the last position if it was not
 * @param recovered whether the peak was reached again
 * @param depth the lowest value over the peak, less one: negative, at least -1
 */
public record Drawdown(int peak, int trough, int end, boolean recovered, double depth) {

    /** Where the peak was reached again; empty if it was not. */
    public OptionalInt recovery() {
        return recovered ? OptionalInt.of(end) : OptionalInt.empty();
    }

    /** The number of periods from the peak to the recovery, or to the last position. */
    public int length() {
        return end - peak;
    }

    /** The number of periods from the peak to the trough. */
    public int decline() {
        return trough - peak;
    }
}
