package io.quantumleap.analytics.construction.rebalancing;

/**
 * How far a weight may drift from its target before it is traded.
 *
 * @param width the distance to the edge: percentage points for an absolute band (0.05 is five points), a part of the target
 *     for a relative one (0.25 is a quarter of it)
 * @param kind what the width is a part of
 */
public record DriftBand(double width, Kind kind) {

    /** What the width of a band is measured in. */
    public enum Kind {
        /** Weight: the edges are target - width and target + width. */
        ABSOLUTE,
        /** The target: the edges are target (1 - width) and target (1 + width). */
        RELATIVE
    }

    /**
     * Refuses a negative or infinite width.
     *
     * @throws IllegalArgumentException if the width is negative or not finite
     */
    public DriftBand {
        if (!(width >= 0 && Double.isFinite(width))) {
            throw new IllegalArgumentException("A drift band's width is finite and not negative.");
        }
    }

    double reach(double target) {
        return kind == Kind.ABSOLUTE ? width : width * Math.abs(target);
    }
}
