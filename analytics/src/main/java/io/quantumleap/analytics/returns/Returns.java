package io.quantumleap.analytics.returns;

import io.quantumleap.analytics.measure.CompensatedSum;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.measure.Wealth;

/**
 * Compounding of periodic returns. A return is simple unless the name says log: 0.05 is a gain of 5 %. A return of exactly
 * -1 is a total loss, which compounds to -1; a return below -1 has no compound growth.
 */
public final class Returns {

    /** Days in a mean Julian year, for growth over calendar time. */
    private static final double DAYS_PER_YEAR = 365.25;

    private Returns() {}

    /** The compound return over all periods: the product of (1 + r), less one. */
    public static Measure cumulative(double[] returns) {
        Wealth wealth = new Wealth();
        double smallest = 0;
        for (double simple : returns) {
            wealth.earn(simple);
            smallest = Math.min(smallest, simple);
        }
        return total(returns, smallest, wealth.gain());
    }

    /** The gain that compounding gave, or why it means nothing. */
    static Measure total(double[] returns, double smallest, double gain) {
        if (returns.length == 0) {
            return Measure.unavailable(Reason.NO_OBSERVATIONS);
        }
        return smallest >= -1 && Double.isFinite(gain)
                ? Measure.of(gain)
                : Measure.unavailable(whyNotCompounded(returns));
    }

    /**
     * What keeps returns from being compounded: {@link Reason#NOT_FINITE}, {@link Reason#BELOW_TOTAL_LOSS}, or {@link
     * Reason#OUT_OF_RANGE} if nothing but the size of the result can.
     */
    public static Reason whyNotCompounded(double[] returns) {
        if (!Observations.allFinite(returns)) {
            return Reason.NOT_FINITE;
        }
        for (double simple : returns) {
            if (simple < -1) {
                return Reason.BELOW_TOTAL_LOSS;
            }
        }
        return Reason.OUT_OF_RANGE;
    }

    /** The compound annual growth rate by number of periods: (1 + cumulative)^(A / n) - 1. A total loss is -1. */
    public static Measure compoundAnnualGrowthRate(double[] returns, PeriodsPerYear periods) {
        return annualised(cumulative(returns), returns.length, periods);
    }

    /** A cumulative return over this many periods as a rate per year: (1 + cumulative)^(A / n) - 1. */
    public static Measure annualised(Measure cumulative, long observations, PeriodsPerYear periods) {
        return observations == 0
                ? Measure.unavailable(Reason.NO_OBSERVATIONS)
                : cumulative.map(total -> power(total, periods.value() / observations));
    }

    /** A cumulative return as a rate per calendar year of 365.25 days: (1 + cumulative)^(365.25 / days) - 1. */
    public static Measure annualisedOverDays(Measure cumulative, long days) {
        return days <= 0
                ? Measure.unavailable(Reason.NO_TIME)
                : cumulative.map(total -> power(total, DAYS_PER_YEAR / days));
    }

    private static double power(double total, double exponent) {
        return total <= -1 ? -1 : Math.expm1(Math.log1p(total) * exponent);
    }

    /** The logarithm of the growth over all periods, ln(1 + cumulative): the sum of the log returns. */
    public static Measure cumulativeLog(double[] returns) {
        Measure total = cumulative(returns);
        return total.orElse(0) == -1 ? Measure.unavailable(Reason.TOTAL_LOSS) : total.map(Math::log1p);
    }

    /** The sum of the returns, without compounding. */
    public static Measure arithmeticTotal(double[] returns) {
        if (returns.length == 0) {
            return Measure.unavailable(Reason.NO_OBSERVATIONS);
        }
        return Observations.allFinite(returns)
                ? Measure.of(CompensatedSum.of(returns))
                : Measure.unavailable(Reason.NOT_FINITE);
    }

    /**
     * Each simple return as a log return, ln(1 + r).
     *
     * @throws IllegalArgumentException if a return is -1 or less or not finite, for it has no logarithm
     */
    public static double[] toLog(double[] simple) {
        double[] log = new double[simple.length];
        for (int i = 0; i < simple.length; i++) {
            if (!(simple[i] > -1 && simple[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("Return " + i + " has no logarithm.");
            }
            log[i] = Math.log1p(simple[i]);
        }
        return log;
    }

    /** Each log return as a simple return, e^r - 1. */
    public static double[] toSimple(double[] log) {
        double[] simple = new double[log.length];
        for (int i = 0; i < log.length; i++) {
            simple[i] = Math.expm1(log[i]);
        }
        return simple;
    }

    /**
     * The differences of two return series, period by period: the excess over a risk-free series, or the active return.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static double[] excess(double[] returns, double[] over) {
        Observations.requireSameLength(returns, over);
        double[] excess = new double[returns.length];
        for (int i = 0; i < returns.length; i++) {
            excess[i] = returns[i] - over[i];
        }
        return excess;
    }
}
