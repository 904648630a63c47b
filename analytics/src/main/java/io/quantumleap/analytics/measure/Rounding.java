package io.quantumleap.analytics.measure;

/**
 * Tells variation from rounding. A value kept with fifteen significant digits, which is what a double and most files keep,
 * gives a return with an error of up to 1e-14 of the growth factor 1 + r. Observations that vary less than that are equal as
 * far as anybody can know, and a ratio to their deviation would measure the rounding alone.
 */
public final class Rounding {

    /** The deviation, as a share of one and the size of the mean, that rounding to fifteen digits explains. */
    public static final double NOISE = 1e-14;

    private Rounding() {}

    /**
     * The sum of squared deviations, or zero if their root mean square is no more than {@link #NOISE} of 1 + |mean|. NaN and
     * infinity stay what they are.
     */
    public static double variation(long count, double mean, double squares) {
        double limit = NOISE * (1 + Math.abs(mean));
        return squares < count * limit * limit ? 0 : squares;
    }
}
