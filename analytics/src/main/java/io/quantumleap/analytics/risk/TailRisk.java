package io.quantumleap.analytics.risk;

import io.quantumleap.analytics.measure.CompensatedSum;
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
        double quantile = Quantiles.inPlace(returns.clone(), 1 - confidence, type);
        return new TailRisk(Measure.of(quantile), Measure.of(meanUpTo(returns, quantile)));
    }

    private static TailRisk unavailable(Reason reason) {
        return new TailRisk(Measure.unavailable(reason), Measure.unavailable(reason));
    }

    /** Interpolation never goes below the smallest return, so there is always one to average. */
    private static double meanUpTo(double[] returns, double limit) {
        CompensatedSum sum = new CompensatedSum();
        int count = 0;
        for (double simple : returns) {
            if (simple <= limit) {
                sum.add(simple);
                count++;
            }
        }
        return sum.value() / count;
    }
}
