package io.quantumleap.analytics.risk;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Moments;
import io.quantumleap.analytics.measure.Reason;

/** What a unit of risk was paid with. */
public final class Ratios {

    private Ratios() {}

    /**
     * The Sharpe ratio per year: the mean return over the risk-free rate, per standard deviation, times the square root of
     * the periods in a year (Sharpe, "The Sharpe Ratio", Journal of Portfolio Management 1994). For a risk-free rate that
     * changes, give the moments of the excess returns and a risk-free rate of zero.
     */
    public static Measure sharpe(Moments moments, RiskConventions conventions) {
        Measure deviation = moments.standardDeviation(conventions.estimator());
        if (!(deviation instanceof Measure.Value value)) {
            return deviation;
        }
        double excess = moments.mean() - conventions.riskFreeRate();
        return Measure.ratio(excess * conventions.periods().dispersionFactor(), value.number(), Reason.NO_VARIATION);
    }

    /** The Calmar ratio: growth per year over the maximum drawdown, over the whole series (Young 1991 took 36 months). */
    public static Measure calmar(Measure growth, Measure maximumDrawdown) {
        return perDrawdown(growth, maximumDrawdown);
    }

    private static Measure perDrawdown(Measure growth, Measure drawdown) {
        if (!(growth instanceof Measure.Value rate)) {
            return growth;
        }
        return drawdown instanceof Measure.Value depth
                ? Measure.ratio(rate.number(), Math.abs(depth.number()), Reason.NO_DRAWDOWN)
                : drawdown;
    }
}
