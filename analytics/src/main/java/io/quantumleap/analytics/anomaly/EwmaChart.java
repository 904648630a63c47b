package io.quantumleap.analytics.anomaly;

import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.Reason;
import java.util.stream.IntStream;

/**
 * The EWMA control chart: z_t = lambda x_t + (1 - lambda) z_(t-1) from z_0 = centre, with limits at centre +- L s
 * sqrt(lambda / (2 - lambda) (1 - (1 - lambda)^(2 t))). Sees small lasting shifts soon. Immutable.
 *
 * <p>Sources: S. W. Roberts, Control chart tests based on geometric moving averages, Technometrics 1 (1959) 239-250; NIST/SEMATECH
 * e-Handbook of Statistical Methods, section 6.3.2.4. Usual: lambda 0.2, L 3.
 */
public final class EwmaChart {

    /** How wide the limits are in the first periods. */
    public enum Limits {
        /** The exact ones of the statistic so far, narrower at first. */
        EXACT,
        /** Those that the exact ones tend to, from the start (the form in the NIST handbook's example). */
        ASYMPTOTIC
    }

    /**
     * How a chart is drawn.
     *
     * @param lambda the weight of the newest observation, above 0 and at most 1
     * @param width L, the distance of the limits in standard deviations of the statistic, positive
     * @param limits exact or asymptotic
     */
    public record Settings(double lambda, double width, Limits limits) {

        /** lambda 0.2, L 3, exact limits. */
        public static final Settings USUAL = new Settings(0.2, 3, Limits.EXACT);

        /**
         * Refuses settings out of their range.
         *
         * @throws IllegalArgumentException if lambda is not in (0, 1] or the width is not positive and finite
         */
        public Settings {
            if (!(lambda > 0 && lambda <= 1 && width > 0 && Double.isFinite(width))) {
                throw new IllegalArgumentException("Lambda lies in (0, 1] and the width is positive and finite.");
            }
        }
    }

    /** The answer: a chart, or the reason why there is none. */
    public sealed interface Answer {

        /** A chart of every observation. */
        record Charted(EwmaChart chart) implements Answer {}

        /** There is none, and this is why. */
        record Unavailable(Reason reason) implements Answer {}

        /**
         * The chart.
         *
         * @throws IllegalStateException with the reason's sentence if there is none
         */
        default EwmaChart orElseThrow() {
            if (this instanceof Unavailable unavailable) {
                throw new IllegalStateException(unavailable.reason().sentence());
            }
            return ((Charted) this).chart();
        }
    }

    private final Baseline baseline;
    private final Settings settings;
    private final double[] statistic;

    private EwmaChart(Baseline baseline, Settings settings, double[] statistic) {
        this.baseline = baseline;
        this.settings = settings;
        this.statistic = statistic;
    }

    /** Draws the chart of a series. */
    public static Answer of(double[] series, Baseline baseline, Settings settings) {
        if (series.length == 0) {
            return new Answer.Unavailable(Reason.NO_OBSERVATIONS);
        }
        if (!Observations.allFinite(series)) {
            return new Answer.Unavailable(Reason.NOT_FINITE);
        }
        double[] statistic = new double[series.length];
        double current = baseline.centre();
        for (int t = 0; t < series.length; t++) {
            current += settings.lambda() * (series[t] - current);
            statistic[t] = current;
        }
        return Observations.allFinite(statistic)
                ? new Answer.Charted(new EwmaChart(baseline, settings, statistic))
                : new Answer.Unavailable(Reason.OUT_OF_RANGE);
    }

    /** The number of observations. */
    public int size() {
        return statistic.length;
    }

    /** The statistic after an observation, counted from 0. */
    public double statistic(int index) {
        return statistic[index];
    }

    /** The distance of both limits from the centre at an observation. */
    public double limit(int index) {
        double lambda = settings.lambda();
        double variance = lambda / (2 - lambda);
        if (settings.limits() == Limits.EXACT) {
            variance *= 1 - Math.pow(1 - lambda, 2.0 * (index + 1));
        }
        return settings.width() * baseline.deviation() * Math.sqrt(variance);
    }

    /** Whether the statistic lies outside the limits at an observation. */
    public boolean alarm(int index) {
        return Math.abs(statistic[index] - baseline.centre()) > limit(index);
    }

    /** The observations at which the statistic lies outside the limits. */
    public int[] alarms() {
        return IntStream.range(0, statistic.length).filter(this::alarm).toArray();
    }
}
