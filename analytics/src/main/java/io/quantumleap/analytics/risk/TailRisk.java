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
 * @param expectedShortfall the mean of the worst returns, as the {@link ShortfallMethod} has it
 */
public record TailRisk(Measure valueAtRisk, Measure expectedShortfall) {

    /** The historical tail of an array; the shortfall is the mean of the returns no higher than the quantile. */
    public static TailRisk historical(double[] returns, double confidence, QuantileType type) {
        return historical(returns, confidence, type, ShortfallMethod.NOT_ABOVE_QUANTILE);
    }

    /** The historical tail of an array. */
    public static TailRisk historical(double[] returns, double confidence, QuantileType type, ShortfallMethod method) {
        if (returns.length == 0) {
            return unavailable(Reason.NO_OBSERVATIONS);
        }
        if (!Observations.allFinite(returns)) {
            return unavailable(Reason.NOT_FINITE);
        }
        double p = Quantiles.complement(confidence);
        double[] reordered = returns.clone();
        double quantile = Quantiles.inPlace(reordered, p, type);
        // Interpolation never goes below the smallest return, so there is always one to average.
        double shortfall = method == ShortfallMethod.NOT_ABOVE_QUANTILE
                ? Quantiles.meanUpTo(returns, quantile)
                : meanOfLowest(reordered, p, method);
        return new TailRisk(Measure.of(quantile), Measure.of(shortfall));
    }

    private static double meanOfLowest(double[] returns, double p, ShortfallMethod method) {
        int n = returns.length;
        int whole = method.whole(p, n);
        double share = method.share(p, n);
        double next = Quantiles.select(returns, Math.min(whole, n - 1));
        if (share == 0) {
            return next;
        }
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < whole; i++) {
            sum.add(returns[i]);
        }
        sum.add((share - whole) * next);
        return sum.value() / share;
    }

    private static TailRisk unavailable(Reason reason) {
        return new TailRisk(Measure.unavailable(reason), Measure.unavailable(reason));
    }
}
