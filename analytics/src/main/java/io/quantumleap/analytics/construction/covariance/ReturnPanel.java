package io.quantumleap.analytics.construction.covariance;

import io.quantumleap.analytics.measure.CompensatedSum;
import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.Reason;
import java.util.Optional;
import java.util.OptionalInt;

/** The returns of all assets, turned so that one row holds one period, and checked. */
final class ReturnPanel {

    /** Assets moved together when the panel is turned, so that reading and writing stay in the cache. */
    private static final int TILE = 32;

    private final double[][] series;

    private ReturnPanel(double[][] series) {
        this.series = series;
    }

    /**
     * A panel over one series for each asset.
     *
     * @throws IllegalArgumentException if there is no asset or the series differ in length
     */
    static ReturnPanel of(double[][] returns) {
        if (returns.length == 0) {
            throw new IllegalArgumentException("There is at least one asset.");
        }
        for (double[] asset : returns) {
            Observations.requireSameLength(returns[0], asset);
        }
        return new ReturnPanel(returns);
    }

    int assets() {
        return series.length;
    }

    int periods() {
        return series[0].length;
    }

    /** Why nothing can be estimated from these returns, if so. */
    Optional<CovarianceEstimate> refusal(int periodsNeeded) {
        for (int asset = 0; asset < series.length; asset++) {
            if (!Observations.allFinite(series[asset])) {
                return refused(Reason.NOT_FINITE, OptionalInt.of(asset));
            }
        }
        if (periods() == 0) {
            return refused(Reason.NO_OBSERVATIONS, OptionalInt.empty());
        }
        return periods() < periodsNeeded ? refused(Reason.TOO_FEW_OBSERVATIONS, OptionalInt.empty()) : Optional.empty();
    }

    private static Optional<CovarianceEstimate> refused(Reason reason, OptionalInt asset) {
        return Optional.of(new CovarianceEstimate.Unavailable(reason, asset));
    }

    /** The first asset whose series is constant, if there is one. */
    OptionalInt constantAsset() {
        for (int asset = 0; asset < series.length; asset++) {
            if (constant(series[asset])) {
                return OptionalInt.of(asset);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean constant(double[] numbers) {
        for (double number : numbers) {
            if (number != numbers[0]) {
                return false;
            }
        }
        return true;
    }

    /** One row for each period, each asset's mean taken off; a constant series gives exact zeros. */
    double[][] centred() {
        double[] means = new double[assets()];
        for (int asset = 0; asset < means.length; asset++) {
            double[] own = series[asset];
            means[asset] = constant(own) ? own[0] : CompensatedSum.of(own) / own.length;
        }
        return turned(means);
    }

    /** One row for each period, with the given centre of each asset taken off. */
    double[][] turned(double[] centres) {
        double[][] rows = new double[periods()][assets()];
        for (int first = 0; first < assets(); first += TILE) {
            int end = Math.min(first + TILE, assets());
            for (int period = 0; period < rows.length; period++) {
                double[] row = rows[period];
                for (int asset = first; asset < end; asset++) {
                    row[asset] = series[asset][period] - centres[asset];
                }
            }
        }
        return rows;
    }

    /** The mean of one asset under weights that add up to one. */
    double weightedMean(int asset, double[] weights) {
        double[] own = series[asset];
        return constant(own) ? own[0] : CompensatedSum.ofProducts(own, weights);
    }
}
