package io.quantumleap.analytics.simulation;

import io.quantumleap.analytics.measure.Reason;

/** The answer of a stress: what the portfolio would gain or lose, or the reason why that cannot be told. */
public sealed interface StressAnswer {

    /** What the portfolio would gain or lose. */
    record Stressed(StressResult result) implements StressAnswer {}

    /** There is no result, and this is why. */
    record Unavailable(Reason reason) implements StressAnswer {}

    /**
     * The result.
     *
     * @throws IllegalStateException with the reason's sentence if there is none
     */
    default StressResult orElseThrow() {
        if (this instanceof Unavailable unavailable) {
            throw new IllegalStateException(unavailable.reason().sentence());
        }
        return ((Stressed) this).result();
    }
}
