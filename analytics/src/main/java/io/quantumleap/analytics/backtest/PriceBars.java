package io.quantumleap.analytics.backtest;

import io.quantumleap.analytics.measure.Observations;
import java.util.Arrays;
import java.util.Optional;

/**
 * Open, high, low and close of some assets over the same bars. Prices must be adjusted for splits and dividends, or the
 * backtest takes those for gains and losses. Immutable.
 */
public final class PriceBars {

    private final double[][] open;
    private final double[][] high;
    private final double[][] low;
    private final double[][] close;

    private PriceBars(double[][] open, double[][] high, double[][] low, double[][] close) {
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
    }

    /**
     * Bars of the given prices, which are copied; each array has one series for each asset.
     *
     * @throws IllegalArgumentException if there is no asset or no bar, or the series differ in number or length
     */
    public static PriceBars of(double[][] open, double[][] high, double[][] low, double[][] close) {
        requireSameShape(close, open);
        requireSameShape(close, high);
        requireSameShape(close, low);
        return new PriceBars(copy(open), copy(high), copy(low), copy(close));
    }

    /** Bars of which only the closes are known: all four prices are the close. */
    public static PriceBars ofCloses(double[][] close) {
        requireSameShape(close, close);
        double[][] copy = copy(close);
        return new PriceBars(copy, copy, copy, copy);
    }

    private static void requireSameShape(double[][] expected, double[][] prices) {
        if (expected.length == 0 || expected[0].length == 0 || prices.length != expected.length) {
            throw new IllegalArgumentException("There is at least one asset with one bar, and four prices for each.");
        }
        for (double[] series : prices) {
            Observations.requireSameLength(expected[0], series);
        }
    }

    private static double[][] copy(double[][] prices) {
        return Arrays.stream(prices).map(double[]::clone).toArray(double[][]::new);
    }

    /** The number of assets. */
    public int assets() {
        return close.length;
    }

    /** The number of bars. */
    public int size() {
        return close[0].length;
    }

    /** The first price of a bar. */
    public double open(int asset, int bar) {
        return open[asset][bar];
    }

    /** The highest price of a bar. */
    public double high(int asset, int bar) {
        return high[asset][bar];
    }

    /** The lowest price of a bar. */
    public double low(int asset, int bar) {
        return low[asset][bar];
    }

    /** The last price of a bar. */
    public double close(int asset, int bar) {
        return close[asset][bar];
    }

    /** The first bar of which a price is no positive number, or of which open or close lies outside low and high. */
    Optional<BacktestProblem> problem() {
        for (int asset = 0; asset < assets(); asset++) {
            for (int bar = 0; bar < size(); bar++) {
                if (!sound(asset, bar)) {
                    return Optional.of(new BacktestProblem.UnsoundBar(asset, bar));
                }
            }
        }
        return Optional.empty();
    }

    private boolean sound(int asset, int bar) {
        double lowest = Math.min(open[asset][bar], close[asset][bar]);
        double highest = Math.max(open[asset][bar], close[asset][bar]);
        return low[asset][bar] > 0
                && low[asset][bar] <= lowest
                && highest <= high[asset][bar]
                && Double.isFinite(high[asset][bar]);
    }
}
