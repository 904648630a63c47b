package io.quantumleap.analytics.attribution;

import io.quantumleap.analytics.measure.CompensatedSum;
import io.quantumleap.analytics.measure.Observations;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The excess return of one period by segment: allocation (w - v) times the model's reward, selection v (r - b), interaction
 * (w - v)(r - b), where w and r are a segment's weight and return in the portfolio, v and b in the benchmark.
 *
 * <p>Sources: the papers that {@link BrinsonModel} names, and C. R. Bacon, Practical Portfolio Performance Measurement and
 * Attribution, 2nd ed. 2008, chapter 5. The effects add up to the portfolio's return less the benchmark's.
 *
 * <p>A return may be NaN where its weight is zero. A segment that the portfolio does not hold then has the benchmark's return
 * (no selection); one that the benchmark does not hold has the portfolio's (the bet is allocation).
 */
public final class BrinsonAttribution {

    /** How far weights may miss one by rounding. */
    private static final double ROUNDING = 1e-9;

    private BrinsonAttribution() {}

    /**
     * The effects of one period; all arrays have one entry for each segment.
     *
     * @throws IllegalArgumentException if there is no segment or the arrays differ in length
     */
    public static Attribution of(
            double[] portfolioWeights,
            double[] benchmarkWeights,
            double[] portfolioReturns,
            double[] benchmarkReturns,
            BrinsonModel model) {
        requireSegments(portfolioWeights, benchmarkWeights, portfolioReturns, benchmarkReturns);
        double[] r = completed(portfolioReturns, portfolioWeights, benchmarkReturns);
        double[] b = completed(benchmarkReturns, benchmarkWeights, portfolioReturns);
        OptionalInt poisoned = firstNotFinite(portfolioWeights, benchmarkWeights, r, b);
        if (poisoned.isPresent()) {
            return new Attribution.Unavailable(new AttributionProblem.NotFinite(poisoned.getAsInt()));
        }
        double portfolioSum = CompensatedSum.of(portfolioWeights);
        double benchmarkSum = CompensatedSum.of(benchmarkWeights);
        return Math.abs(portfolioSum - 1) > ROUNDING || Math.abs(benchmarkSum - 1) > ROUNDING
                ? new Attribution.Unavailable(new AttributionProblem.WeightsNotOne(portfolioSum, benchmarkSum))
                : attribute(portfolioWeights, benchmarkWeights, r, b, model);
    }

    private static void requireSegments(double[] first, double[]... others) {
        if (first.length == 0) {
            throw new IllegalArgumentException("There is at least one segment.");
        }
        for (double[] other : others) {
            Observations.requireSameLength(first, other);
        }
    }

    private static double[] completed(double[] returns, double[] weights, double[] substitutes) {
        double[] completed = returns.clone();
        for (int i = 0; i < completed.length; i++) {
            if (weights[i] == 0 && Double.isNaN(returns[i])) {
                completed[i] = Double.isNaN(substitutes[i]) ? 0 : substitutes[i];
            }
        }
        return completed;
    }

    private static OptionalInt firstNotFinite(double[]... columns) {
        for (int i = 0; i < columns[0].length; i++) {
            for (double[] column : columns) {
                if (!Double.isFinite(column[i])) {
                    return OptionalInt.of(i);
                }
            }
        }
        return OptionalInt.empty();
    }

    private static Attribution attribute(double[] w, double[] v, double[] r, double[] b, BrinsonModel model) {
        double portfolioReturn = CompensatedSum.ofProducts(w, r);
        double benchmarkReturn = CompensatedSum.ofProducts(v, b);
        List<Effects> segments = new ArrayList<>(w.length);
        for (int i = 0; i < w.length; i++) {
            double active = w[i] - v[i];
            double better = r[i] - b[i];
            segments.add(new Effects(active * model.reward(b[i], benchmarkReturn), v[i] * better, active * better));
        }
        return new Attribution.Attributed(portfolioReturn, benchmarkReturn, segments, EffectsSum.of(segments));
    }
}
