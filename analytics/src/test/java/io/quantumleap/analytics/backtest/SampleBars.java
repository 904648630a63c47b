package io.quantumleap.analytics.backtest;

import java.util.SplittableRandom;

/** Bars of invented prices. */
final class SampleBars {

    private SampleBars() {}

    static PriceBars random(SplittableRandom random, int assets, int bars) {
        double[][][] prices = new double[4][assets][bars];
        for (int asset = 0; asset < assets; asset++) {
            double last = random.nextDouble(10, 200);
            for (int bar = 0; bar < bars; bar++) {
                last = fill(random, prices, asset, bar, last);
            }
        }
        return PriceBars.of(prices[0], prices[1], prices[2], prices[3]);
    }

    /** The same bars up to and with the cut, and others behind it. */
    static PriceBars withAnotherFuture(PriceBars bars, int cut, SplittableRandom random) {
        double[][][] prices = new double[4][bars.assets()][bars.size()];
        for (int asset = 0; asset < bars.assets(); asset++) {
            for (int bar = 0; bar < bars.size(); bar++) {
                prices[0][asset][bar] = bars.open(asset, bar);
                prices[1][asset][bar] = bars.high(asset, bar);
                prices[2][asset][bar] = bars.low(asset, bar);
                prices[3][asset][bar] = bars.close(asset, bar);
                if (bar > cut) {
                    fill(random, prices, asset, bar, random.nextDouble(1, 1000));
                }
            }
        }
        return PriceBars.of(prices[0], prices[1], prices[2], prices[3]);
    }

    private static double fill(SplittableRandom random, double[][][] prices, int asset, int bar, double last) {
        double open = last * random.nextDouble(0.98, 1.02);
        double close = open * random.nextDouble(0.95, 1.055);
        prices[0][asset][bar] = open;
        prices[1][asset][bar] = Math.max(open, close) * random.nextDouble(1, 1.02);
        prices[2][asset][bar] = Math.min(open, close) * random.nextDouble(0.98, 1);
        prices[3][asset][bar] = close;
        return close;
    }
}
