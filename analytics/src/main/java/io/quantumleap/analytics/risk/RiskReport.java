package io.quantumleap.analytics.risk;

import io.quantumleap.analytics.drawdown.DrawdownAnalysis;
import io.quantumleap.analytics.drawdown.Drawdowns;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Moments;
import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.returns.GrowthPath;
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
 * @param expectedShortfall the mean of the worst returns, as the conventions have it
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
        return of(returns, returns, GrowthPath.of(returns), conventions);
    }

    /**
     * Measures a series against a risk-free rate that changes: Sharpe and Sortino ratio, downside deviation and omega are
     * those of the excess returns, with the conventions' own rate and target on top (usually zero); everything else is of
     * the returns themselves.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static RiskReport of(double[] returns, double[] riskFree, RiskConventions conventions) {
        return of(returns, Returns.excess(returns, riskFree), GrowthPath.of(returns), conventions);
    }

    /**
     * The same when the excess returns (or the returns themselves) and the compounded path are there already.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static RiskReport of(double[] returns, double[] excess, GrowthPath path, RiskConventions conventions) {
        Observations.requireSameLength(returns, excess);
        if (returns.length == 0) {
            return unavailable(conventions, Reason.NO_OBSERVATIONS);
        }
        Moments moments = Moments.of(returns);
        Moments ofExcess = excess == returns ? moments : Moments.of(excess);
        PartialMoments around = PartialMoments.of(excess, conventions.target());
        TailRisk tail = TailRisk.historical(
                returns, conventions.confidence(), conventions.quantileType(), conventions.shortfallMethod());
        DrawdownAnalysis drawdowns = path.total() instanceof Measure.Unavailable none
                ? DrawdownAnalysis.unavailable(none.reason())
                : Drawdowns.ofValues(path.values());
        Measure growth = Returns.annualised(path.total(), returns.length, conventions.periods());
        double factor = conventions.periods().dispersionFactor();
        return new RiskReport(
                conventions,
                returns.length,
                path.total(),
                growth,
                moments.standardDeviation(conventions.estimator()).map(deviation -> deviation * factor),
                around.downsideDeviation(conventions.downsideDivisor()).map(deviation -> deviation * factor),
                Ratios.sharpe(ofExcess, conventions),
                around.sortino(conventions.downsideDivisor(), conventions.periods()),
                Ratios.calmar(growth, drawdowns.maximum()),
                around.omega(),
                tail.valueAtRisk(),
                tail.expectedShortfall(),
                moments.skewness(),
                moments.excessKurtosis(),
                checked(moments, moments.maximum()),
                checked(moments, moments.minimum()),
                checked(moments, shareAboveZero(returns)),
                drawdowns);
    }

    private static double shareAboveZero(double[] returns) {
        int above = 0;
        for (double simple : returns) {
            above += simple > 0 ? 1 : 0;
        }
        return (double) above / returns.length;
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

    private static Measure checked(Moments moments, double value) {
        boolean finite = Double.isFinite(moments.minimum()) && Double.isFinite(moments.maximum());
        return finite ? Measure.of(value) : Measure.unavailable(Reason.NOT_FINITE);
    }
}
