package io.quantumleap.analytics.simulation;

import io.quantumleap.analytics.measure.CompensatedSum;

/** Gain or loss of a stressed portfolio, in all and by asset. Immutable. */
public final class StressResult {

    private final double gain;
    private final double worstGain;
    private final double[] gains;

    StressResult(double[] gains, double worstGain) {
        this.gains = gains;
        this.gain = CompensatedSum.of(gains);
        this.worstGain = worstGain;
    }

    /** The gain at the end of the scenario, negative for a loss, in the unit of the exposures. */
    public double gain() {
        return gain;
    }

    /** The lowest gain on the way, at most zero when the scenario has more than one step; the gain itself if it has one. */
    public double worstGain() {
        return worstGain;
    }

    /** The part of the gain that one asset has. */
    public double gain(int asset) {
        return gains[asset];
    }

    /** The number of assets. */
    public int size() {
        return gains.length;
    }
}
