package io.quantumleap.analytics.construction.covariance;

import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.Reason;
import java.util.OptionalInt;

/** Turns computed entries into an answer: a matrix, or out of range. */
final class Estimates {

    private Estimates() {}

    static CovarianceEstimate of(double[][] entries, double shrinkage) {
        for (int asset = 0; asset < entries.length; asset++) {
            if (!Observations.allFinite(entries[asset])) {
                return new CovarianceEstimate.Unavailable(Reason.OUT_OF_RANGE, OptionalInt.of(asset));
            }
        }
        return new CovarianceEstimate.Estimated(CovarianceMatrix.of(entries), shrinkage);
    }
}
