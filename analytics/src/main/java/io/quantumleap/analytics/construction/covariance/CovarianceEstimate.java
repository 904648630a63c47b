package io.quantumleap.analytics.construction.covariance;

import io.quantumleap.analytics.measure.Reason;
import java.util.OptionalInt;

/** The answer of a covariance estimator: a matrix, or the reason why there is none. */
public sealed interface CovarianceEstimate {

    /**
     * A covariance per period.
     *
     * @param matrix the estimate
     * @param shrinkage the weight of the shrinkage target, from 0 (the sample alone) to 1; 0 for an estimator that does not
     *     shrink
     */
    record Estimated(CovarianceMatrix matrix, double shrinkage) implements CovarianceEstimate {}

    /**
     * There is no estimate, and this is why.
     *
     * @param reason why
     * @param asset the asset whose series stands in the way, if it is one
     */
    record Unavailable(Reason reason, OptionalInt asset) implements CovarianceEstimate {}

    /**
     * The matrix.
     *
     * @throws IllegalStateException with the reason's sentence if there is none
     */
    default CovarianceMatrix orElseThrow() {
        if (this instanceof Unavailable unavailable) {
            throw new IllegalStateException(unavailable.reason().sentence());
        }
        return ((Estimated) this).matrix();
    }
}
