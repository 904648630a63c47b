package io.quantumleap.analytics.returns;

import io.quantumleap.analytics.measure.CompensatedSum;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.Reason;
import java.util.Arrays;
import java.util.List;

/**
 * What each holding contributed to the return of the whole. In one period that is its weight at the start times its return;
 * over several periods the linked contributions add up to the compound return exactly. What the weights leave of one earns
 * nothing, as idle cash does.
 *
 * @param holdings the contribution of each holding, in the order given
 * @param total the compound return of the whole
 */
public record Contribution(List<Measure> holdings, Measure total) {

    /** Copies the list. */
    public Contribution {
        holdings = List.copyOf(holdings);
    }

    /**
     * The contributions over all periods.
     *
     * @param weights for each holding, its weight at the start of each period
     * @param returns for each holding, its return in each period
     * @throws IllegalArgumentException if the arrays do not fit each other
     */
    public static Contribution of(double[][] weights, double[][] returns, ContributionLinking linking) {
        if (weights.length != returns.length) {
            throw new IllegalArgumentException("Every holding needs weights and returns.");
        }
        double[][] parts = new double[weights.length][];
        for (int holding = 0; holding < weights.length; holding++) {
            parts[holding] = products(weights[holding], returns[holding]);
            Observations.requireSameLength(parts[0], parts[holding]);
        }
        double[] whole = sums(parts);
        Measure total = Returns.cumulative(whole);
        if (!(total instanceof Measure.Value value)) {
            return unavailable(weights.length, total);
        }
        if (linking == ContributionLinking.CARINO && value.number() <= -1) {
            return unavailable(weights.length, Measure.unavailable(Reason.TOTAL_LOSS));
        }
        double[] factors = linking == ContributionLinking.CARINO ? carino(whole, value.number()) : grown(whole);
        List<Measure> holdings = Arrays.stream(parts)
                .map(part -> Measure.of(CompensatedSum.ofProducts(part, factors)))
                .toList();
        return new Contribution(holdings, total);
    }

    private static Contribution unavailable(int holdings, Measure reason) {
        Measure[] none = new Measure[holdings];
        Arrays.fill(none, reason);
        return new Contribution(List.of(none), reason);
    }

    private static double[] products(double[] weights, double[] returns) {
        Observations.requireSameLength(weights, returns);
        double[] products = new double[weights.length];
        for (int i = 0; i < products.length; i++) {
            products[i] = weights[i] * returns[i];
        }
        return products;
    }

    private static double[] sums(double[][] parts) {
        double[] sums = new double[parts.length == 0 ? 0 : parts[0].length];
        for (int period = 0; period < sums.length; period++) {
            CompensatedSum sum = new CompensatedSum();
            for (double[] part : parts) {
                sum.add(part[period]);
            }
            sums[period] = sum.value();
        }
        return sums;
    }

    /** The capital at the start of each period. */
    private static double[] grown(double[] whole) {
        return Arrays.copyOf(GrowthPath.of(whole).values(), whole.length);
    }

    /** ln(1 + r_t) / r_t over ln(1 + R) / R, with the limit where a return is zero. */
    private static double[] carino(double[] whole, double total) {
        double scale = logarithmicFactor(total);
        double[] factors = new double[whole.length];
        for (int i = 0; i < whole.length; i++) {
            factors[i] = logarithmicFactor(whole[i]) / scale;
        }
        return factors;
    }

    private static double logarithmicFactor(double simple) {
        return simple == 0 ? 1 : Math.log1p(simple) / simple;
    }
}
