package io.quantumleap.analytics.backtest;

import io.quantumleap.analytics.construction.Weights;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The assets of the highest positive past returns, in equal slots, chosen anew at every so many bars. */
record Momentum(int lookback, int skip, int top, int everyBars) implements Strategy {

    @Override
    public Decision atClose(BarHistory history, Weights held) {
        if (!history.hasAtLeast(lookback + 1) || history.bar() % everyBars != 0) {
            return Decision.hold();
        }
        double[] weights = new double[history.assets()];
        IntStream.range(0, weights.length)
                .filter(asset -> pastReturn(history, asset) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer asset) -> -pastReturn(history, asset)))
                .limit(top)
                .forEach(asset -> weights[asset] = 1.0 / top);
        return Decision.target(weights);
    }

    private double pastReturn(BarHistory history, int asset) {
        return history.close(asset, skip) / history.close(asset, lookback) - 1;
    }
}
