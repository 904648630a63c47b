package io.quantumleap.analytics.simulation;

import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Today's holdings through a stretch of the past: each holding compounds its asset's returns, without trading, so the gain of
 * an asset is its exposure times (prod(1 + r) - 1).
 *
 * <p>Answers {@code NOT_FINITE}, {@code NO_OBSERVATIONS} for an empty stretch, and {@code BELOW_TOTAL_LOSS} for a return below
 * -100 %.
 */
public final class HistoricalStress {

    private HistoricalStress() {}

    /**
     * A stretch of the past with what it would do.
     *
     * @param from its first period, counted from 0
     * @param to the period after its last
     * @param gain of the whole portfolio at its end
     */
    public record Episode(int from, int to, double gain) {}

    /**
     * Replays the periods from {@code from} to {@code to - 1}.
     *
     * @param exposures the value of each holding, negative for a short one
     * @param returns one series for each asset
     * @throws IllegalArgumentException if the sizes differ or the stretch is outside the history
     */
    public static StressAnswer replay(double[] exposures, double[][] returns, int from, int to) {
        requireHistory(exposures, returns);
        if (from < 0 || to > returns[0].length || from > to) {
            throw new IllegalArgumentException("The stretch lies within the history.");
        }
        if (from == to) {
            return new StressAnswer.Unavailable(Reason.NO_OBSERVATIONS);
        }
        return refusal(exposures, returns, from, to)
                .<StressAnswer>map(StressAnswer.Unavailable::new)
                .orElseGet(() -> compounded(exposures, returns, from, to));
    }

    private static void requireHistory(double[] exposures, double[][] returns) {
        if (exposures.length == 0 || returns.length != exposures.length) {
            throw new IllegalArgumentException("There is at least one asset, with one exposure and one series each.");
        }
        for (double[] series : returns) {
            Observations.requireSameLength(returns[0], series);
        }
    }

    private static Optional<Reason> refusal(double[] exposures, double[][] returns, int from, int to) {
        if (!Observations.allFinite(exposures)) {
            return Optional.of(Reason.NOT_FINITE);
        }
        for (double[] series : returns) {
            for (int t = from; t < to; t++) {
                if (!Double.isFinite(series[t])) {
                    return Optional.of(Reason.NOT_FINITE);
                }
                if (series[t] < -1) {
                    return Optional.of(Reason.BELOW_TOTAL_LOSS);
                }
            }
        }
        return Optional.empty();
    }

    private static StressAnswer compounded(double[] exposures, double[][] returns, int from, int to) {
        double[] growth = new double[exposures.length];
        Arrays.fill(growth, 1);
        double worst = 0;
        double gain = 0;
        for (int t = from; t < to; t++) {
            gain = 0;
            for (int i = 0; i < growth.length; i++) {
                growth[i] *= 1 + returns[i][t];
                gain += exposures[i] * (growth[i] - 1);
            }
            worst = Math.min(worst, gain);
        }
        if (!Double.isFinite(gain)) {
            return new StressAnswer.Unavailable(Reason.OUT_OF_RANGE);
        }
        for (int i = 0; i < growth.length; i++) {
            growth[i] = exposures[i] * (growth[i] - 1);
        }
        return new StressAnswer.Stressed(new StressResult(growth, to - from == 1 ? gain : worst));
    }

    /**
     * The stretches of one length that would hurt most and do not overlap, worst first; stretches that cannot be replayed are
     * passed over, and so are gains.
     *
     * @param length of a stretch, at least one period
     * @param count how many at most
     */
    public static List<Episode> worst(double[] exposures, double[][] returns, int length, int count) {
        requireHistory(exposures, returns);
        if (length < 1 || count < 0) {
            throw new IllegalArgumentException("A stretch has at least one period, and their number is not negative.");
        }
        List<Episode> losses = new ArrayList<>();
        for (int from = 0; from + length <= returns[0].length; from++) {
            if (replay(exposures, returns, from, from + length) instanceof StressAnswer.Stressed stressed
                    && stressed.result().gain() < 0) {
                losses.add(new Episode(from, from + length, stressed.result().gain()));
            }
        }
        losses.sort(Comparator.comparingDouble(Episode::gain));
        return apart(losses, count);
    }

    private static List<Episode> apart(List<Episode> worstFirst, int count) {
        List<Episode> chosen = new ArrayList<>();
        for (Episode episode : worstFirst) {
            boolean overlaps = chosen.stream().anyMatch(c -> c.from() < episode.to() && episode.from() < c.to());
            if (!overlaps && chosen.size() < count) {
                chosen.add(episode);
            }
        }
        return List.copyOf(chosen);
    }
}
