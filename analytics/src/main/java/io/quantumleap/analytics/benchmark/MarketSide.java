package io.quantumleap.analytics.benchmark;

import io.quantumleap.analytics.measure.CoMoments;
import io.quantumleap.analytics.measure.Observations;
import java.util.Arrays;

/** The returns of the periods in which the benchmark rose, or of those in which it fell; a flat period is on neither side. */
final class MarketSide {

    private final double[] own;
    private final double[] benchmark;

    private MarketSide(double[] own, double[] benchmark) {
        this.own = own;
        this.benchmark = benchmark;
    }

    static MarketSide rising(double[] returns, double[] benchmark) {
        return where(returns, benchmark, 1);
    }

    static MarketSide falling(double[] returns, double[] benchmark) {
        return where(returns, benchmark, -1);
    }

    private static MarketSide where(double[] returns, double[] benchmark, int sign) {
        Observations.requireSameLength(returns, benchmark);
        double[] own = new double[returns.length];
        double[] other = new double[returns.length];
        int count = 0;
        for (int i = 0; i < returns.length; i++) {
            // NaN is kept, so that it is found.
            if (!(benchmark[i] * sign <= 0)) {
                own[count] = returns[i];
                other[count++] = benchmark[i];
            }
        }
        return new MarketSide(Arrays.copyOf(own, count), Arrays.copyOf(other, count));
    }

    double[] own() {
        return own;
    }

    double[] benchmark() {
        return benchmark;
    }

    CoMoments together() {
        return CoMoments.of(own, benchmark);
    }
}
