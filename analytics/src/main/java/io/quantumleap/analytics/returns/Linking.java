package io.quantumleap.analytics.returns;

import io.quantumleap.analytics.measure.Reason;

/** The outcome of turning a series of valuations into returns. */
public sealed interface Linking permits LinkedReturns, Linking.Refused {

    /**
     * No returns can be had.
     *
     * @param reason why
     * @param index the valuation at which it showed
     */
    record Refused(Reason reason, int index) implements Linking {}

    /**
     * The returns.
     *
     * @throws IllegalStateException with the reason's sentence if there are none
     */
    default LinkedReturns orElseThrow() {
        if (this instanceof Refused refused) {
            throw new IllegalStateException(refused.reason().sentence());
        }
        return (LinkedReturns) this;
    }
}
