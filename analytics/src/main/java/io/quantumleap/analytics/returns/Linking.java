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
}
