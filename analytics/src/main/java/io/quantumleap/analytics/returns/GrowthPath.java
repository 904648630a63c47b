package io.quantumleap.analytics.returns;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.measure.Wealth;

/**
 * What one unit of money becomes, return by return: computed once and shared by everything that compounds. Position 0 is the
 * start, position {@code i + 1} stands after return {@code i}.
 */
public final class GrowthPath {

    private final double[] values;
    private final Measure total;

    private GrowthPath(double[] values, Measure total) {
        this.values = values;
        this.total = total;
    }

    /** Compounds an array. */
    public static GrowthPath of(double[] returns) {
        double[] values = new double[returns.length + 1];
        values[0] = 1;
        Wealth wealth = new Wealth();
        double smallest = 0;
        for (int i = 0; i < returns.length; i++) {
            wealth.earn(returns[i]);
            smallest = Math.min(smallest, returns[i]);
            values[i + 1] = wealth.value();
        }
        return new GrowthPath(values, Returns.total(returns, smallest, wealth.gain()));
    }

    /** The values, one more than there are returns; not a copy, so they must not be changed. */
    public double[] values() {
        return values;
    }

    /** The compound return over the whole path. */
    public Measure total() {
        return total;
    }

    /** The compound return from one position to a later one. */
    public Measure between(int from, int to) {
        if (!total.available()) {
            return total;
        }
        return values[from] > 0
                ? Measure.of((values[to] - values[from]) / values[from])
                : Measure.unavailable(Reason.TOTAL_LOSS);
    }
}
