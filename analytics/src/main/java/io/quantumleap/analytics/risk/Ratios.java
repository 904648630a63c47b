package io.quantumleap.analytics.risk;

import io.quantumleap.analytics.distribution.NormalDistribution;
import io.quantumleap.analytics.measure.CoMoments;
import io.quantumleap.analytics.measure.CompensatedSum;
import io.quantumleap.analytics.measure.Estimator;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Moments;
import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.QuantileType;
import io.quantumleap.analytics.measure.Quantiles;
import io.quantumleap.analytics.measure.Reason;

/**
 * What a unit of risk was paid with. Ratios of a growth rate take it as it is: subtract a risk-free rate first where the
 * definition asks for the excess.
 */
public final class Ratios {

    private static final double TAIL = 0.05;

    private Ratios() {}

    /**
     * The Sharpe ratio per year: the mean return over the risk-free rate, per standard deviation, times the square root of
     * the periods in a year (Sharpe, "The Sharpe Ratio", Journal of Portfolio Management 1994). For a risk-free rate that
     * changes, give the moments of the excess returns and a risk-free rate of zero.
     */
    public static Measure sharpe(Moments moments, RiskConventions conventions) {
        double factor = conventions.periods().dispersionFactor();
        return sharpePerPeriod(moments, conventions.estimator(), conventions.riskFreeRate())
                .map(ratio -> ratio * factor);
    }

    /** The Sharpe ratio per period, not annualised: (m - rf) / sd. */
    public static Measure sharpePerPeriod(Moments moments, Estimator estimator, double riskFreeRate) {
        return excess(moments, riskFreeRate).over(moments.standardDeviation(estimator), Reason.NO_VARIATION);
    }

    private static Measure excess(Moments moments, double riskFreeRate) {
        return moments.arithmeticMean().map(mean -> mean - riskFreeRate);
    }

    /**
     * The geometric Sharpe ratio: growth per year over the risk-free rate per year, per volatility per year (Bacon, 2nd ed.,
     * chapter 4; PerformanceAnalytics with {@code geometric = TRUE}). {@link #sharpe} is the arithmetic one.
     */
    public static Measure geometricSharpe(Measure growth, double riskFreePerYear, Measure volatility) {
        return growth.map(rate -> rate - riskFreePerYear).over(volatility, Reason.NO_VARIATION);
    }

    /**
     * The fraction of capital that maximises expected logarithmic growth of a bet on normally distributed returns, (m - rf) /
     * variance (Thorp 2006). {@link WinLoss#kelly} is the one of a bet with two outcomes.
     */
    public static Measure continuousKelly(Moments moments, Estimator estimator, double riskFreeRate) {
        return excess(moments, riskFreeRate).over(moments.variance(estimator), Reason.NO_VARIATION);
    }

    /**
     * The Sharpe ratio adjusted for skewness and kurtosis, SR (1 + S/6 SR - K/24 SR^2), per period (Pezier and White 2006).
     */
    public static Measure adjustedSharpe(Moments moments, RiskConventions conventions) {
        Measure sharpe = sharpePerPeriod(moments, conventions.estimator(), conventions.riskFreeRate());
        return sharpe.map(ratio -> ratio
                * (1
                        + moments.skewness().orElse(0) / 6 * ratio
                        - moments.excessKurtosis().orElse(0) / 24 * ratio * ratio));
    }

    /**
     * The probability that the true Sharpe ratio exceeds a benchmark, both per period: Phi((SR - SR*) sqrt(n - 1) / sqrt(1 -
     * g3 SR + (g4 - 1)/4 SR^2)) (Bailey and López de Prado, "The Sharpe Ratio Efficient Frontier", 2012).
     */
    public static Measure probabilisticSharpe(Moments moments, RiskConventions conventions, double benchmark) {
        Measure sharpe = sharpePerPeriod(moments, conventions.estimator(), conventions.riskFreeRate());
        return sharpe instanceof Measure.Value ratio
                ? probabilityAbove(
                        benchmark,
                        ratio.number(),
                        moments.count(),
                        moments.skewness().orElse(0),
                        moments.excessKurtosis().orElse(0) + 3)
                : sharpe;
    }

    /**
     * The same from statistics: the probability that the true Sharpe ratio exceeds a benchmark.
     *
     * @param benchmark per period
     * @param sharpe as observed, per period
     * @param observations the number of returns
     * @param skewness of the returns
     * @param kurtosis of the returns, 3 if they are normal
     */
    public static Measure probabilityAbove(
            double benchmark, double sharpe, long observations, double skewness, double kurtosis) {
        if (!Double.isFinite(sharpe + benchmark + skewness + kurtosis)) {
            return Measure.unavailable(Reason.NOT_FINITE);
        }
        if (observations < 2) {
            return Measure.unavailable(observations < 1 ? Reason.NO_OBSERVATIONS : Reason.TOO_FEW_OBSERVATIONS);
        }
        double variance = 1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
        return variance > 0
                ? Measure.of(NormalDistribution.cumulative(
                        (sharpe - benchmark) * Math.sqrt(observations - 1.0) / Math.sqrt(variance)))
                : Measure.unavailable(Reason.NO_VARIATION);
    }

    /** The Calmar ratio: growth per year over the maximum drawdown, over the whole series (Young 1991 took 36 months). */
    public static Measure calmar(Measure growth, Measure maximumDrawdown) {
        return growth.over(maximumDrawdown.map(Math::abs), Reason.NO_DRAWDOWN);
    }

    /**
     * The Sterling ratio: growth per year over a drawdown and an allowance for it, customarily 10 % (Jones 1981). The
     * drawdown is the maximum or the average of the largest, as the reader's convention has it.
     */
    public static Measure sterling(Measure growth, Measure drawdown, double allowance) {
        return growth.over(drawdown.map(depth -> Math.abs(depth) + allowance), Reason.NO_DRAWDOWN);
    }

    /**
     * The Burke ratio: growth per year over the square root of the sum of squared drawdowns (Burke 1994).
     *
     * @param depths of the episodes below a peak, or of {@link io.quantumleap.analytics.drawdown.Drawdowns#losingRuns}
     */
    public static Measure burke(Measure growth, double[] depths) {
        return growth.over(Measure.of(Math.sqrt(sumOfSquares(depths))), Reason.NO_DRAWDOWN);
    }

    /** The modified Burke ratio, over the root of the mean: the sum of squares is divided by the observations (Bacon). */
    public static Measure modifiedBurke(Measure growth, double[] depths, long observations) {
        return growth.over(Measure.of(Math.sqrt(sumOfSquares(depths) / observations)), Reason.NO_DRAWDOWN);
    }

    private static double sumOfSquares(double[] depths) {
        double squares = 0;
        for (double depth : depths) {
            squares += depth * depth;
        }
        return squares;
    }

    /** The Martin ratio, or ulcer performance index: growth per year over the ulcer index (Martin and McCann 1989). */
    public static Measure martin(Measure growth, Measure ulcerIndex) {
        return growth.over(ulcerIndex, Reason.NO_DRAWDOWN);
    }

    /** The pain ratio: growth per year over the pain index (Becker 2006). */
    public static Measure pain(Measure growth, Measure painIndex) {
        return growth.over(painIndex, Reason.NO_DRAWDOWN);
    }

    /**
     * The Kappa ratio: the mean over the target per n-th root of the lower partial moment of order n, per period (Kaplan and
     * Knowles 2004). Order 1 is omega less one, order 2 the Sortino ratio.
     *
     * @throws IllegalArgumentException if the order is not positive
     */
    public static Measure kappa(double[] returns, double target, double order) {
        if (!(order > 0)) {
            throw new IllegalArgumentException("The order must be positive.");
        }
        if (returns.length == 0) {
            return Measure.unavailable(Reason.NO_OBSERVATIONS);
        }
        if (!Observations.allFinite(returns)) {
            return Measure.unavailable(Reason.NOT_FINITE);
        }
        CompensatedSum excess = new CompensatedSum();
        CompensatedSum below = new CompensatedSum();
        for (double simple : returns) {
            excess.add(simple - target);
            if (simple < target) {
                below.add(Math.pow(target - simple, order));
            }
        }
        double root = Math.pow(below.value() / returns.length, 1 / order);
        return Measure.ratio(excess.value() / returns.length, root, Reason.NO_DOWNSIDE);
    }

    /** The gain-to-pain ratio: the sum of all returns over the absolute sum of the losses (Schwager 2012). */
    public static Measure gainToPain(PartialMoments aroundZero) {
        return aroundZero.omega().map(omega -> omega - 1);
    }

    /** The tail ratio: the absolute 95 % quantile over the absolute 5 % quantile, linear (type 7), as empyrical has it. */
    public static Measure tail(double[] returns) {
        return tail(returns, TAIL, QuantileType.LINEAR);
    }

    /**
     * The tail ratio at another cut: the absolute (1 - p)-quantile over the absolute p-quantile.
     *
     * @throws IllegalArgumentException if p does not lie between 0 and 1
     */
    public static Measure tail(double[] returns, double p, QuantileType type) {
        Measure low = Quantiles.of(returns, p, type);
        Measure high = Quantiles.of(returns, Quantiles.complement(p), type);
        return high.map(Math::abs).over(low.map(Math::abs), Reason.NO_DOWNSIDE);
    }

    /** The common-sense ratio: the tail ratio times the profit factor. */
    public static Measure commonSense(Measure tailRatio, Measure profitFactor) {
        return profitFactor instanceof Measure.Value factor
                ? tailRatio.map(ratio -> ratio * factor.number())
                : profitFactor;
    }

    /**
     * The stability of growth: the share of the variance of cumulative log returns that a straight line explains (R-squared
     * of the regression on time).
     */
    public static Measure stability(double[] returns) {
        if (!Observations.allFinite(returns)) {
            return Measure.unavailable(Reason.NOT_FINITE);
        }
        double[] time = new double[returns.length];
        double[] level = new double[returns.length];
        double sum = 0;
        for (int i = 0; i < returns.length; i++) {
            if (returns[i] <= -1) {
                return Measure.unavailable(returns[i] == -1 ? Reason.TOTAL_LOSS : Reason.BELOW_TOTAL_LOSS);
            }
            sum += Math.log1p(returns[i]);
            time[i] = i;
            level[i] = sum;
        }
        return CoMoments.of(level, time).correlation().map(r -> r * r);
    }

    /** The mean absolute deviation from the mean, per period. */
    public static Measure meanAbsoluteDeviation(double[] returns) {
        Moments moments = Moments.of(returns);
        Measure mean = moments.arithmeticMean();
        CompensatedSum sum = new CompensatedSum();
        for (double simple : returns) {
            sum.add(Math.abs(simple - moments.mean()));
        }
        return mean.map(center -> sum.value() / returns.length);
    }

    /** The d ratio: losses weighted by their number over gains weighted by theirs; 0 is best (Dowd 2000). */
    public static Measure dRatio(PartialMoments aroundZero) {
        Measure omega = aroundZero.omega();
        if (omega instanceof Measure.Unavailable none && none.reason() != Reason.NO_DOWNSIDE) {
            return omega;
        }
        return Measure.ratio(
                aroundZero.below() * aroundZero.losses(), aroundZero.above() * aroundZero.gains(), Reason.NO_UPSIDE);
    }

    /** Skewness over kurtosis (not in excess), both of the observations (Watanabe 2006). */
    public static Measure skewnessKurtosis(Moments moments) {
        Measure kurtosis = moments.excessKurtosis().map(excess -> excess + 3);
        return moments.skewness().over(kurtosis, Reason.NO_VARIATION);
    }
}
