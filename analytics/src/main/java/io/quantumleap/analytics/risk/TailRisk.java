package io.quantumleap.analytics.risk;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.QuantileType;
import io.quantumleap.analytics.measure.Quantiles;
import io.quantumleap.analytics.measure.Reason;

/**
 * The loss that is exceeded rarely, and how bad it is then, from the observed returns; signed returns per period, so that a
 * loss is negative.
 *
 * @param valueAtRisk the (1 - confidence) quantile of the returns
 * @param expectedShortfall the mean of the returns that are no higher than that quantile (Acerbi and Tasche 2002)
 */
public record TailRisk(Measure valueAtRisk, Measure expectedShortfall) {

    /** The historical tail of an array. */
    public static TailRisk historical(double[] returns, double confidence, QuantileType type) {
        if (returns.length == 0) {
            return unavailable(Reason.NO_OBSERVATIONS);
        }
        if (!Observations.allFinite(returns)) {
            return unavailable(Reason.NOT_FINITE);
        }
        // Interpolation never goes below the smallest return, so there is always one to average.
        double quantile = Quantiles.inPlace(returns.clone(), Quantiles.complement(confidence), type);
        return new TailRisk(Measure.of(quantile), Measure.of(Quantiles.meanUpTo(returns, quantile)));
    }

    private static TailRisk unavailable(Reason reason) {
        return new TailRisk(Measure.unavailable(reason), Measure.unavailable(reason));
    }
}
