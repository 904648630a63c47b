package io.quantumleap.analytics.returns;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Wealth;

/** The returns between valuations, without the effect of external flows: one for each interval that had capital. */
public final class LinkedReturns implements Linking {

    private final double[] returns;
    private final int[] ends;

    LinkedReturns(double[] returns, int[] ends) {
        this.returns = returns;
        this.ends = ends;
    }

    /** How many returns there are. */
    public int count() {
        return returns.length;
    }

    /** The simple returns, in order of time; a copy. */
    public double[] returns() {
        return returns.clone();
    }

    /** For each return, the index of the valuation that ends its interval; a copy. */
    public int[] ends() {
        return ends.clone();
    }

    /** The time-weighted return: the compound of all returns. */
    public Measure total() {
        return Returns.cumulative(returns);
    }

    /** The value of one unit after each return, behind the starting one: one element more than there are returns. */
    public double[] growth() {
        return Wealth.path(returns);
    }
}
