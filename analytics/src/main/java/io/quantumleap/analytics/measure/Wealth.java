package io.quantumleap.analytics.measure;

/**
 * The value of one unit of money that earns a series of returns, carried with about twice the precision of a double so that
 * a million tiny returns compound without drift. Not safe for use by many threads.
 */
public final class Wealth {

    private double high = 1;
    private double low;

    /** Starts at one. */
    public Wealth() {}

    /** Earns one more return. */
    public void earn(double simpleReturn) {
        double gain = high * simpleReturn;
        double gainError = Math.fma(high, simpleReturn, -gain);
        double sum = high + gain;
        double error = CompensatedSum.roundingError(high, gain, sum) + gainError + Math.fma(low, simpleReturn, low);
        high = sum + error;
        low = error - (high - sum);
    }

    /** What one unit has become. */
    public double value() {
        return high;
    }

    /** What was gained or lost per unit: value - 1, with the precision that the subtraction would lose. */
    public double gain() {
        return (high - 1) + low;
    }

    /** The values after each return, behind the starting value of one: one element more than there are returns. */
    public static double[] path(double[] returns) {
        double[] path = new double[returns.length + 1];
        path[0] = 1;
        Wealth wealth = new Wealth();
        for (int i = 0; i < returns.length; i++) {
            wealth.earn(returns[i]);
            path[i + 1] = wealth.high;
        }
        return path;
    }
}
