package io.quantumleap.analytics.tearsheet;

import io.quantumleap.analytics.benchmark.Capture;
import io.quantumleap.analytics.benchmark.CaptureMethod;
import io.quantumleap.analytics.benchmark.RelativeRatios;
import io.quantumleap.analytics.drawdown.Drawdown;
import io.quantumleap.analytics.drawdown.DrawdownAnalysis;
import io.quantumleap.analytics.drawdown.Drawdowns;
import io.quantumleap.analytics.measure.CoMoments;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Moments;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.measure.Wealth;
import io.quantumleap.analytics.returns.Returns;
import io.quantumleap.analytics.risk.ParametricTail;
import io.quantumleap.analytics.risk.PartialMoments;
import io.quantumleap.analytics.risk.Ratios;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.risk.WinLoss;

/**
 * What some readers also ask of a series, beside the {@link TearSheet}. The risk-free rate, as a rate per year, is subtracted
 * from growth where a ratio asks for the excess: the growth of the risk-free series if there is one, else the conventions'.
 *
 * @param winLoss how often and how much is won and lost
 * @param gaussian value at risk and expected shortfall of a normal distribution
 * @param cornishFisher the same with skewness and kurtosis
 * @param sterling with the maximum drawdown and an allowance of 10 %
 * @param burke over all drawdowns
 * @param martin the ulcer performance index
 * @param pain the pain ratio
 * @param kappaThree the Kappa ratio of order 3, per period
 * @param upsidePotential the upside potential ratio
 * @param gainToPain all returns over all losses
 * @param tail the upper over the lower tail
 * @param commonSense the tail ratio times the profit factor
 * @param stability of growth, R-squared of cumulative log returns on time
 * @param adjustedSharpe per period
 * @param probabilisticSharpe the probability that the true Sharpe ratio is above zero
 * @param conditionalDrawdown the mean of the worst 5 % of the drawdowns of all periods, negative
 * @param capture of the benchmark's rise and fall, compounded
 * @param treynor growth over beta
 * @param modiglianiSquared growth at the benchmark's volatility
 * @param jensenAlpha of growth rates, per year
 * @param activePremium growth less the benchmark's
 * @param battingAverage the share of periods better than the benchmark
 */
public record FurtherMeasures(
        WinLoss winLoss,
        ParametricTail gaussian,
        ParametricTail cornishFisher,
        Measure sterling,
        Measure burke,
        Measure martin,
        Measure pain,
        Measure kappaThree,
        Measure upsidePotential,
        Measure gainToPain,
        Measure tail,
        Measure commonSense,
        Measure stability,
        Measure adjustedSharpe,
        Measure probabilisticSharpe,
        Measure conditionalDrawdown,
        Capture capture,
        Measure treynor,
        Measure modiglianiSquared,
        Measure jensenAlpha,
        Measure activePremium,
        Measure battingAverage) {

    private static final double ALLOWANCE = 0.1;
    private static final double THIRD_ORDER = 3;

    /** Measures the rest, of a sheet and the data that it was made from. */
    public static FurtherMeasures of(TearSheetData data, TearSheet sheet) {
        RiskConventions conventions = sheet.conventions().risk();
        double riskFree = riskFreePerYear(data, conventions);
        double[] returns = data.returns();
        DrawdownAnalysis drawdowns = sheet.risk().drawdowns();
        Measure growth = sheet.risk().compoundAnnualGrowthRate();
        Measure excessGrowth = growth.map(rate -> rate - riskFree);
        Moments moments = Moments.of(data.excess(returns));
        PartialMoments aroundZero = PartialMoments.of(returns, 0);
        WinLoss winLoss = WinLoss.of(returns);
        Measure tail = Ratios.tail(returns);
        double[] depths =
                drawdowns.episodes().stream().mapToDouble(Drawdown::depth).toArray();
        Relative relative = Relative.of(data, sheet, growth, riskFree);
        return new FurtherMeasures(
                winLoss,
                ParametricTail.gaussian(Moments.of(returns), conventions.estimator(), conventions.confidence()),
                ParametricTail.cornishFisher(Moments.of(returns), conventions.estimator(), conventions.confidence()),
                Ratios.sterling(growth, drawdowns.maximum(), ALLOWANCE),
                Ratios.burke(excessGrowth, depths),
                Ratios.martin(excessGrowth, drawdowns.ulcerIndex()),
                Ratios.pain(excessGrowth, drawdowns.painIndex()),
                Ratios.kappa(data.excess(returns), conventions.target(), THIRD_ORDER),
                PartialMoments.of(data.excess(returns), conventions.target())
                        .upsidePotentialRatio(conventions.downsideDivisor()),
                Ratios.gainToPain(aroundZero),
                tail,
                Ratios.commonSense(tail, winLoss.profitFactor()),
                Ratios.stability(returns),
                Ratios.adjustedSharpe(moments, conventions),
                Ratios.probabilisticSharpe(moments, conventions, 0),
                conditionalDrawdown(returns, sheet),
                relative.capture,
                relative.treynor,
                relative.modiglianiSquared,
                relative.jensenAlpha,
                relative.activePremium,
                relative.battingAverage);
    }

    /** The growth of the risk-free series, or else the conventions' rate; the latter on top if there are both. */
    private static double riskFreePerYear(TearSheetData data, RiskConventions conventions) {
        PeriodsPerYear periods = conventions.periods();
        double given = periods.annualRate(conventions.riskFreeRate());
        return data.hasRiskFree()
                ? given
                        + Returns.compoundAnnualGrowthRate(data.riskFree(), periods)
                                .orElse(0)
                : given;
    }

    private static Measure conditionalDrawdown(double[] returns, TearSheet sheet) {
        RiskConventions conventions = sheet.conventions().risk();
        Measure total = sheet.risk().cumulativeReturn();
        return total.available()
                ? Drawdowns.conditional(Wealth.path(returns), conventions.confidence(), conventions.quantileType())
                : total;
    }

    private record Relative(
            Capture capture,
            Measure treynor,
            Measure modiglianiSquared,
            Measure jensenAlpha,
            Measure activePremium,
            Measure battingAverage) {

        static Relative of(TearSheetData data, TearSheet sheet, Measure growth, double riskFree) {
            if (!data.hasBenchmark()) {
                Measure none = Measure.unavailable(Reason.NO_BENCHMARK);
                return new Relative(Capture.unavailable(Reason.NO_BENCHMARK), none, none, none, none, none);
            }
            PeriodsPerYear periods = sheet.conventions().comparison().periods();
            double[] benchmark = data.benchmark();
            Measure benchmarkGrowth = Returns.compoundAnnualGrowthRate(benchmark, periods);
            Measure beta = sheet.comparison().beta();
            return new Relative(
                    Capture.of(data.returns(), benchmark, CaptureMethod.GEOMETRIC, periods),
                    RelativeRatios.treynor(growth, riskFree, beta),
                    RelativeRatios.modiglianiSquared(growth, riskFree, CoMoments.of(data.returns(), benchmark)),
                    RelativeRatios.jensenAlpha(growth, benchmarkGrowth, riskFree, beta),
                    RelativeRatios.activePremium(growth, benchmarkGrowth),
                    RelativeRatios.battingAverage(data.returns(), benchmark));
        }
    }
}
