package io.quantumleap.analytics.rolling;

import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.Quantiles;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.risk.ShortfallMethod;
import java.util.Arrays;

/**
 * Historical value at risk and expected shortfall over a rolling window, in O(n log w). Less is not possible: a rolling
 * quantile sorts its blocks, and comparing cannot sort in less (Suomela, "Median Filtering is Equivalent to Sorting", 2014). An input that is not finite leaves the whole series undefined.
 */
public final class RollingTail {

    private RollingTail() {}

    /** The (1 - confidence) quantile of each window, a signed return. */
    public static RollingSeries valueAtRisk(double[] returns, int window, RiskConventions conventions) {
        return compute(returns, window, conventions, (sorted, quantile) -> quantile);
    }

    /** The mean of each window's worst returns, by the conventions' {@link ShortfallMethod}. */
    public static RollingSeries expectedShortfall(double[] returns, int window, RiskConventions conventions) {
        ShortfallMethod method = conventions.shortfallMethod();
        if (method == ShortfallMethod.NOT_ABOVE_QUANTILE) {
            return compute(returns, window, conventions, OrderedWindow::meanUpTo);
        }
        double p = Quantiles.complement(conventions.confidence());
        int whole = method.whole(p, window);
        double share = method.share(p, window);
        return compute(
                returns,
                window,
                conventions,
                (sorted, quantile) -> share == 0 ? quantile : sorted.sumOfLowest(whole, share - whole) / share);
    }

    private interface Tail {
        double of(OrderedWindow window, double quantile);
    }

    private static RollingSeries compute(double[] returns, int window, RiskConventions conventions, Tail tail) {
        double[] values = new double[RollingSeries.positions(window, returns.length)];
        if (!Observations.allFinite(returns)) {
            return RollingSeries.undefined(window, returns.length, Reason.NOT_FINITE);
        }
        double p = Quantiles.complement(conventions.confidence());
        double place = conventions.quantileType().position(p, window);
        double position = Math.min(Math.max(place, 0), window - 1.0);
        for (int base = 0; base < values.length; base += window) {
            int to = (int) Math.min(base + 2L * window, returns.length);
            OrderedWindow ordered = new OrderedWindow(Arrays.copyOfRange(returns, base, to));
            for (int i = base; i < base + window; i++) {
                ordered.add(returns[i], 1);
            }
            int last = Math.min(base + window, values.length);
            for (int at = base; at < last; at++) {
                values[at] = tail.of(ordered, ordered.quantile(position));
                if (at + window < returns.length) {
                    ordered.add(returns[at], -1);
                    ordered.add(returns[at + window], 1);
                }
            }
        }
        return new RollingSeries(window, values, Reason.OUT_OF_RANGE);
    }
}
