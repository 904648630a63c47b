package io.quantumleap.analytics.attribution;

import io.quantumleap.analytics.attribution.Attribution.Attributed;
import io.quantumleap.analytics.measure.CompensatedSum;
import java.util.ArrayList;
import java.util.List;

/**
 * Links the effects of many periods so that they add up to the compounded excess return, with no residual: each period's
 * effects are multiplied by k_t / k, where k_t = (ln(1 + R_t) - ln(1 + B_t)) / (R_t - B_t), or 1 / (1 + R_t) when both are
 * equal, and k is the same of the compounded returns.
 *
 * <p>Source: D. R. Cariño, Combining attribution effects over time, Journal of Performance Measurement 3 (1999) 5-14.
 */
public final class CarinoLinking {

    private CarinoLinking() {}

    /**
     * The linked effects of each segment.
     *
     * @param periods in any order, all with the same segments
     * @throws IllegalArgumentException if the numbers of segments differ
     */
    public static Attribution link(List<Attributed> periods) {
        if (periods.isEmpty()) {
            return new Attribution.Unavailable(new AttributionProblem.NoPeriods());
        }
        for (int t = 0; t < periods.size(); t++) {
            if (periods.get(t).segments().size() != periods.get(0).segments().size()) {
                throw new IllegalArgumentException("All periods have the same segments.");
            }
            if (periods.get(t).portfolioReturn() <= -1 || periods.get(t).benchmarkReturn() <= -1) {
                return new Attribution.Unavailable(new AttributionProblem.TotalLoss(t));
            }
        }
        return linkGrowing(periods);
    }

    private static Attribution linkGrowing(List<Attributed> periods) {
        CompensatedSum portfolioLog = new CompensatedSum();
        CompensatedSum excessLog = new CompensatedSum();
        for (Attributed period : periods) {
            portfolioLog.add(Math.log1p(period.portfolioReturn()));
            excessLog.add(logarithmicExcess(period.portfolioReturn(), period.benchmarkReturn()));
        }
        double portfolioReturn = Math.expm1(portfolioLog.value());
        double benchmarkReturn = Math.expm1(portfolioLog.value() - excessLog.value());
        if (!Double.isFinite(portfolioReturn) || !Double.isFinite(benchmarkReturn)) {
            return new Attribution.Unavailable(new AttributionProblem.OutOfRange());
        }
        double k = factor(portfolioReturn, benchmarkReturn);
        return linked(periods, portfolioReturn, benchmarkReturn, k);
    }

    private static Attribution linked(
            List<Attributed> periods, double portfolioReturn, double benchmarkReturn, double k) {
        int segments = periods.get(0).segments().size();
        List<Effects> linked = new ArrayList<>(segments);
        for (int i = 0; i < segments; i++) {
            EffectsSum sum = new EffectsSum();
            for (Attributed period : periods) {
                double scale = factor(period.portfolioReturn(), period.benchmarkReturn()) / k;
                sum.add(period.segments().get(i).times(scale));
            }
            linked.add(sum.value());
        }
        return new Attributed(portfolioReturn, benchmarkReturn, linked, EffectsSum.of(linked));
    }

    /** ln((1 + R) / (1 + B)), without the cancellation of taking both logarithms. */
    private static double logarithmicExcess(double portfolioReturn, double benchmarkReturn) {
        return Math.log1p((portfolioReturn - benchmarkReturn) / (1 + benchmarkReturn));
    }

    private static double factor(double portfolioReturn, double benchmarkReturn) {
        double excess = portfolioReturn - benchmarkReturn;
        return excess == 0 ? 1 / (1 + portfolioReturn) : logarithmicExcess(portfolioReturn, benchmarkReturn) / excess;
    }
}
