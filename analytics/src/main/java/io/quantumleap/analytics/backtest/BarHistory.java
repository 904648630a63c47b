package io.quantumleap.analytics.backtest;

/**
 * What is known at the close of a bar: that bar and those before it. A strategy sees prices through this alone, and asking
 * for a later bar is refused, so that no strategy can look ahead.
 */
public final class BarHistory {

    private final PriceBars bars;
    private final int bar;

    BarHistory(PriceBars bars, int bar) {
        this.bars = bars;
        this.bar = bar;
    }

    /** The bar that just closed, counted from 0. */
    public int bar() {
        return bar;
    }

    /** The number of assets. */
    public int assets() {
        return bars.assets();
    }

    /** Whether there are at least this many bars up to now. */
    public boolean hasAtLeast(int count) {
        return bar + 1 >= count;
    }

    /**
     * The close of a bar so many bars ago; 0 is the one that just closed.
     *
     * @throws IllegalArgumentException if the bar is not known yet or lies before the first
     */
    public double close(int asset, int ago) {
        return bars.close(asset, known(ago));
    }

    /** The open of a bar so many bars ago. */
    public double open(int asset, int ago) {
        return bars.open(asset, known(ago));
    }

    /** The high of a bar so many bars ago. */
    public double high(int asset, int ago) {
        return bars.high(asset, known(ago));
    }

    /** The low of a bar so many bars ago. */
    public double low(int asset, int ago) {
        return bars.low(asset, known(ago));
    }

    private int known(int ago) {
        if (ago < 0 || ago > bar) {
            throw new IllegalArgumentException("The bar " + ago + " bars ago is not known at bar " + bar + ".");
        }
        return bar - ago;
    }

    /** The mean close of so many bars, the newest of them so many bars ago. */
    public double averageClose(int asset, int count, int ago) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += close(asset, ago + i);
        }
        return sum / count;
    }

    /** The standard deviation of the closes of so many bars up to now, divided by their number. */
    public double closeDeviation(int asset, int count) {
        double mean = averageClose(asset, count, 0);
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double deviation = close(asset, i) - mean;
            squares += deviation * deviation;
        }
        return Math.sqrt(squares / count);
    }

    /** The highest high of so many bars before the one that just closed. */
    public double highestBefore(int asset, int count) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 1; i <= count; i++) {
            highest = Math.max(highest, high(asset, i));
        }
        return highest;
    }

    /** The lowest low of so many bars before the one that just closed. */
    public double lowestBefore(int asset, int count) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 1; i <= count; i++) {
            lowest = Math.min(lowest, low(asset, i));
        }
        return lowest;
    }
}
