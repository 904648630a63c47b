package io.quantumleap.analytics.construction;

/** The answer of a portfolio construction: weights, or what stands in the way. */
public sealed interface Allocation {

    /** Weights that satisfy the limits. */
    record Found(Weights weights) implements Allocation {}

    /** There are no such weights, and this is why. */
    record Refused(Obstacle obstacle) implements Allocation {}

    /**
     * The weights.
     *
     * @throws IllegalStateException with the obstacle's sentence if there are none
     */
    default Weights orElseThrow() {
        if (this instanceof Refused refused) {
            throw new IllegalStateException(refused.obstacle().sentence());
        }
        return ((Found) this).weights();
    }
}
