package io.quantumleap.analytics.backtest;

import io.quantumleap.analytics.distribution.NormalDistribution;
import io.quantumleap.analytics.measure.Estimator;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Moments;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.risk.Ratios;
import java.util.List;

/**
 * The probability that a Sharpe ratio found as the best of several trials is above what luck alone would have found, beside
 * the plain ratio.
 *
 * <p>SR0 = sqrt(V) ((1 - g) Z(1 - 1/N) + g Z(1 - 1/(N e))) is the expected largest ratio of N independent trials without
 * skill, where V is the variance of the trials' ratios, g the Euler-Mascheroni constant and Z the normal quantile; SR0 is 0
 * for one trial. DSR = P((SR - SR0) sqrt(T - 1) / sqrt(1 - s SR + (k - 1)/4 SR^2)) with the skewness s and the kurtosis k (3
 * for normal returns) of T returns. Source: D. H. Bailey and M. López de Prado, The deflated Sharpe ratio, Journal of Portfolio
 * Management 40 (2014) 94-107. Ratios are per period, not annualised; mean over sample deviation, of returns above the
 * risk-free rate.
 */
public final class DeflatedSharpeRatio {

    private static final double EULER_MASCHERONI = 0.5772156649015329;

    private DeflatedSharpeRatio() {}

    /**
     * A ratio with its judgement.
     *
     * @param sharpe the plain ratio, per period
     * @param annualised the same times the square root of the periods in a year
     * @param expectedByLuck SR0, per period
     * @param deflated the probability that the true ratio is above SR0
     */
    public record Assessment(Measure sharpe, Measure annualised, Measure expectedByLuck, Measure deflated) {}

    /** The expected largest ratio of so many trials without skill, whose ratios have this variance. */
    public static double expectedByLuck(int trials, double varianceOfTrials) {
        if (trials < 1 || !(varianceOfTrials >= 0 && Double.isFinite(varianceOfTrials))) {
            throw new IllegalArgumentException(
                    "There is at least one trial, and their variance is finite, not negative.");
        }
        if (trials == 1) {
            return 0;
        }
        double largest = (1 - EULER_MASCHERONI) * NormalDistribution.quantile(1 - 1.0 / trials)
                + EULER_MASCHERONI * NormalDistribution.quantile(1 - 1 / (trials * Math.E));
        return Math.sqrt(varianceOfTrials) * largest;
    }

    /**
     * The deflated ratio from statistics.
     *
     * @param sharpe per period
     * @param threshold SR0, per period
     * @param observations the number of returns
     * @param skewness of the returns
     * @param kurtosis of the returns, 3 if they are normal
     */
    public static Measure of(double sharpe, double threshold, long observations, double skewness, double kurtosis) {
        return Ratios.probabilityAbove(threshold, sharpe, observations, skewness, kurtosis);
    }

    /**
     * Judges the returns of the chosen trial.
     *
     * @param returns of the chosen trial, above the risk-free rate
     * @param trials how many independent ones it was chosen from, itself included
     * @param varianceOfTrials of their ratios per period
     */
    public static Assessment assess(
            double[] returns, int trials, double varianceOfTrials, PeriodsPerYear periodsPerYear) {
        Moments moments = Moments.of(returns);
        double threshold = expectedByLuck(trials, varianceOfTrials);
        Measure sharpe = sharpe(moments);
        Measure deflated = sharpe instanceof Measure.Value value
                ? of(
                        value.number(),
                        threshold,
                        moments.count(),
                        moments.skewness().orElse(0),
                        moments.excessKurtosis().orElse(0) + 3)
                : sharpe;
        Measure annualised = sharpe.map(ratio -> ratio * periodsPerYear.dispersionFactor());
        return new Assessment(sharpe, annualised, Measure.of(threshold), deflated);
    }

    /**
     * Judges one of several trials, taking the number of trials and the variance of their ratios from all of them. Trials
     * without a ratio (no variation) count with a ratio of zero.
     *
     * @param trials the returns of every strategy that was tried
     * @param chosen the one to judge
     */
    public static Assessment assess(List<double[]> trials, int chosen, PeriodsPerYear periodsPerYear) {
        double[] ratios = trials.stream()
                .mapToDouble(r -> sharpe(Moments.of(r)).orElse(0))
                .toArray();
        double variance = Moments.of(ratios).variance(Estimator.SAMPLE).orElse(0);
        return assess(trials.get(chosen), ratios.length, variance, periodsPerYear);
    }

    private static Measure sharpe(Moments moments) {
        return Ratios.sharpePerPeriod(moments, Estimator.SAMPLE, 0);
    }
}
