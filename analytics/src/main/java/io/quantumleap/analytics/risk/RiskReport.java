package io.quantumleap.analytics.risk;

import io.quantumleap.analytics.drawdown.DrawdownAnalysis;
import io.quantumleap.analytics.drawdown.Drawdowns;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Moments;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.returns.Returns;

/**
 * The return and risk of one series, each measure with the conventions it was computed under. Rates, deviations and ratios
 * are per year; value at risk, expected shortfall, best and worst per period.
 *
 * @param conventions the choices behind the numbers
 * @param observations how many returns there are
 * @param cumulativeReturn the compound return over all periods
 * @param compoundAnnualGrowthRate (1 + cumulative)^(A / n) - 1
 * @param volatility the standard deviation times the square root of A
 * @param downsideDeviation the root mean square below the target, times the square root of A
 * @param sharpe the mean over the risk-free rate per standard deviation, times the square root of A (Sharpe 1994)
 * @param sortino the mean over the target per downside deviation, times the square root of A
 * @param calmar the compound annual growth rate per maximum drawdown, over the whole series (Young 1991)
 * @param omega gains over losses around the target
 * @param valueAtRisk the historical value at risk, a signed return
 * @param expectedShortfall the mean of the returns no higher than the value at risk
 * @param skewness g1 of the observations
 * @param excessKurtosis g2 of the observations
 * @param best the highest return
 * @param worst the lowest return
 * @param positiveShare the share of returns above zero
 * @param drawdowns every drawdown of the compounded wealth, with the ulcer and the pain index
 */
public record RiskReport(
        RiskConventions conventions,
        int observations,
        Measure cumulativeReturn,
        Measure compoundAnnualGrowthRate,
        Measure volatility,
        Measure downsideDeviation,
        Measure sharpe,
        Measure sortino,
        Measure calmar,
        Measure omega,
        Measure valueAtRisk,
        Measure expectedShortfall,
        Measure skewness,
        Measure excessKurtosis,
        Measure best,
        Measure worst,
        Measure positiveShare,
        DrawdownAnalysis drawdowns) {

    /** Measures a series of simple returns. */
    public static RiskReport of(double[] returns, RiskConventions conventions) {
        if (returns.length == 0) {
            return unavailable(conventions, Reason.NO_OBSERVATIONS);
        }
        Moments moments = Moments.of(returns);
        PartialMoments around = PartialMoments.of(returns, conventions.target());
        PartialMoments aroundZero = conventions.target() == 0 ? around : PartialMoments.of(returns, 0);
        TailRisk tail = TailRisk.historical(returns, conventions.confidence(), conventions.quantileType());
        DrawdownAnalysis drawdowns = Drawdowns.ofReturns(returns);
        Measure cumulative = Returns.cumulative(returns);
        Measure growth = Returns.annualised(cumulative, returns.length, conventions.periods());
        double factor = conventions.periods().dispersionFactor();
        return new RiskReport(
                conventions,
                returns.length,
                cumulative,
                growth,
                moments.standardDeviation(conventions.estimator()).map(deviation -> deviation * factor),
                around.downsideDeviation(conventions.downsideDivisor()).map(deviation -> deviation * factor),
                Ratios.sharpe(moments, conventions),
                around.sortino(conventions.downsideDivisor(), conventions.periods()),
                Ratios.calmar(growth, drawdowns.maximum()),
                around.omega(),
                tail.valueAtRisk(),
                tail.expectedShortfall(),
                moments.skewness(),
                moments.excessKurtosis(),
                extreme(moments, moments.maximum()),
                extreme(moments, moments.minimum()),
                aroundZero.upsideFrequency(),
                drawdowns);
    }

    /** A report without a number, for this reason. */
    public static RiskReport unavailable(RiskConventions conventions, Reason reason) {
        Measure none = Measure.unavailable(reason);
        return new RiskReport(
                conventions,
                0,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                DrawdownAnalysis.unavailable(reason));
    }

    private static Measure extreme(Moments moments, double value) {
        boolean finite = Double.isFinite(moments.minimum()) && Double.isFinite(moments.maximum());
        return finite ? Measure.of(value) : Measure.unavailable(Reason.NOT_FINITE);
    }
}
