package io.quantumleap.analytics.benchmark;

import io.quantumleap.analytics.measure.CoMoments;
import io.quantumleap.analytics.measure.Estimator;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;

/**
 * What was earned for the risk shared with a benchmark. Growth rates and the risk-free rate are per year here; Bacon,
 * "Practical Portfolio Performance Measurement and Attribution", 2nd ed., chapter 4, has all of these.
 */
public final class RelativeRatios {

    private RelativeRatios() {}

    /** The Treynor ratio: growth over the risk-free rate per unit of beta (Treynor 1965). */
    public static Measure treynor(Measure growth, double riskFreeRate, Measure beta) {
        return growth.map(rate -> rate - riskFreeRate).over(beta, Reason.NO_VARIATION);
    }

    /**
     * M-squared: the growth that the portfolio would have had with the benchmark's volatility, rf + (growth - rf) sd_b / sd
     * (Modigliani and Modigliani 1997).
     */
    public static Measure modiglianiSquared(Measure growth, double riskFreeRate, CoMoments together) {
        Measure scale = scale(together);
        return growth instanceof Measure.Value rate
                ? scale.map(ratio -> riskFreeRate + (rate.number() - riskFreeRate) * ratio)
                : growth;
    }

    private static Measure scale(CoMoments together) {
        return together.correlation().available()
                ? Measure.of(Math.sqrt(together.m2Y() / together.m2X()))
                : together.correlation();
    }

    /** Jensen's alpha of growth rates: growth - rf - beta (benchmark's growth - rf), per year (Jensen 1968; Bacon). */
    public static Measure jensenAlpha(Measure growth, Measure benchmarkGrowth, double riskFreeRate, Measure beta) {
        if (!(growth instanceof Measure.Value own)) {
            return growth;
        }
        if (!(benchmarkGrowth instanceof Measure.Value other)) {
            return benchmarkGrowth;
        }
        return beta.map(slope -> own.number() - riskFreeRate - slope * (other.number() - riskFreeRate));
    }

    /** The active premium: growth less the benchmark's growth, per year. */
    public static Measure activePremium(Measure growth, Measure benchmarkGrowth) {
        return growth instanceof Measure.Value own ? benchmarkGrowth.map(other -> own.number() - other) : growth;
    }

    /**
     * The geometric information ratio: active premium per tracking error, both per year (Bacon; PerformanceAnalytics). {@link
     * BenchmarkReport#informationRatio} is the arithmetic one.
     */
    public static Measure informationRatio(Measure activePremium, Measure trackingError) {
        return activePremium.over(trackingError, Reason.NO_VARIATION);
    }

    /**
     * The geometric active premium: how much more wealth than the benchmark's a year gives, (1 + growth) / (1 + benchmark's
     * growth) - 1 (Bacon, 2nd ed., chapter 2, geometric excess return).
     */
    public static Measure geometricActivePremium(Measure growth, Measure benchmarkGrowth) {
        return activePremium(growth, benchmarkGrowth).over(benchmarkGrowth.map(rate -> 1 + rate), Reason.TOTAL_LOSS);
    }

    /** Fama's beta: the volatility over the benchmark's volatility (Fama 1972). */
    public static Measure famaBeta(CoMoments together) {
        return together.correlation().available()
                ? Measure.of(Math.sqrt(together.m2X() / together.m2Y()))
                : together.correlation();
    }

    /**
     * Net selectivity: Jensen's alpha of growth less what must be earned for the risk not shared with the benchmark, (Fama
     * beta - beta)(benchmark's growth - rf) (Fama 1972; Bacon).
     */
    public static Measure netSelectivity(
            Measure growth, Measure benchmarkGrowth, double riskFreeRate, CoMoments together) {
        // Alpha - (Fama beta - beta)(b - rf) is alpha with Fama's beta in the place of beta.
        return jensenAlpha(growth, benchmarkGrowth, riskFreeRate, famaBeta(together));
    }

    /**
     * M-squared for Sortino: growth at the benchmark's downside deviation, growth + Sortino ratio times (benchmark's
     * downside deviation - own) (Bacon, 2nd ed., chapter 4).
     */
    public static Measure modiglianiSortino(
            Measure growth, Measure sortino, Measure downsideDeviation, Measure benchmarkDownsideDeviation) {
        Measure difference = activePremium(benchmarkDownsideDeviation, downsideDeviation);
        return difference instanceof Measure.Value wider && sortino instanceof Measure.Value ratio
                ? growth.map(rate -> rate + ratio.number() * wider.number())
                : difference.available() ? sortino : difference;
    }

    /**
     * The omega excess return: growth less three times the product of both downside deviations (Sortino, Miller and Messina
     * 1997; Bacon, 2nd ed., chapter 4).
     */
    public static Measure omegaExcess(Measure growth, Measure downsideDeviation, Measure benchmarkDownsideDeviation) {
        return downsideDeviation instanceof Measure.Value own
                        && benchmarkDownsideDeviation instanceof Measure.Value other
                ? growth.map(rate -> rate - 3 * own.number() * other.number())
                : downsideDeviation.available() ? benchmarkDownsideDeviation : downsideDeviation;
    }

    /** The volatility per year that beta explains: |beta| times the benchmark's. */
    public static Measure systematicRisk(CoMoments together, Estimator estimator, PeriodsPerYear periods) {
        return together.beta().map(beta -> Math.abs(beta) * perYear(together.m2Y(), together, estimator, periods));
    }

    /** The volatility per year that beta leaves unexplained: of the residuals of the regression. */
    public static Measure specificRisk(CoMoments together, Estimator estimator, PeriodsPerYear periods) {
        return together.beta()
                .map(beta -> perYear(Math.max(0, together.m2X() - beta * together.co()), together, estimator, periods));
    }

    private static double perYear(double squares, CoMoments together, Estimator estimator, PeriodsPerYear periods) {
        return Math.sqrt(squares / estimator.divisor(together.count())) * periods.dispersionFactor();
    }

    /** The batting average: the share of periods in which the series did better than the benchmark. */
    public static Measure battingAverage(double[] returns, double[] benchmark) {
        Observations.requireSameLength(returns, benchmark);
        if (!Observations.allFinite(returns) || !Observations.allFinite(benchmark)) {
            return Measure.unavailable(Reason.NOT_FINITE);
        }
        int better = 0;
        for (int i = 0; i < returns.length; i++) {
            better += returns[i] > benchmark[i] ? 1 : 0;
        }
        return Measure.ratio(better, returns.length, Reason.NO_OBSERVATIONS);
    }

    /** Beta and alpha in the periods in which the benchmark rose. */
    public static CoMoments whenRising(double[] returns, double[] benchmark) {
        return MarketSide.rising(returns, benchmark).together();
    }

    /** Beta and alpha in the periods in which the benchmark fell. */
    public static CoMoments whenFalling(double[] returns, double[] benchmark) {
        return MarketSide.falling(returns, benchmark).together();
    }
}
