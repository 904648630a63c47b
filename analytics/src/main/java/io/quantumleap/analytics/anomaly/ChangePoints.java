package io.quantumleap.analytics.anomaly;

import io.quantumleap.analytics.distribution.StudentDistribution;
import io.quantumleap.analytics.measure.Estimator;
import io.quantumleap.analytics.measure.Moments;
import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Points at which the level of a series changes: at every point the window before and the window from there on are compared by
 * Welch's two-sided t test, and a point is reported when its p-value, times the number of points tested (Bonferroni), is
 * below the significance. Of points nearer than a window to each other, the one with the largest |t| is reported.
 *
 * <p>Source: B. L. Welch, The generalization of Student's problem when several different population variances are involved,
 * Biometrika 34 (1947) 28-35. The test takes observations as independent: for an autocorrelated series choose a smaller
 * significance. O(n w) for n observations and windows of w.
 */
public final class ChangePoints {

    private ChangePoints() {}

    /**
     * A change of level.
     *
     * @param index the first observation of the new level, counted from 0
     * @param before the mean of the window before it
     * @param after the mean of the window from it on
     * @param statistic Welch's t, positive for a rise; infinite when neither window varies
     * @param degrees of freedom after Welch and Satterthwaite; 0 when neither window varies
     * @param probability two-sided, of a |t| as large with no change, before the correction for the number of points
     */
    public record ChangePoint(
            int index, double before, double after, double statistic, double degrees, double probability) {}

    /** The answer: change points, or the reason why none could be looked for. */
    public sealed interface Answer {

        /** The change points in order of time; none is an answer too. */
        record Tested(List<ChangePoint> points) implements Answer {
            /** Copies the list. */
            public Tested {
                points = List.copyOf(points);
            }
        }

        /** Nothing could be tested, and this is why. */
        record Unavailable(Reason reason) implements Answer {}

        /**
         * The points.
         *
         * @throws IllegalStateException with the reason's sentence if nothing could be tested
         */
        default List<ChangePoint> orElseThrow() {
            if (this instanceof Unavailable unavailable) {
                throw new IllegalStateException(unavailable.reason().sentence());
            }
            return ((Tested) this).points();
        }
    }

    /**
     * Looks for change points.
     *
     * @param window observations on either side, at least two
     * @param significance the accepted probability of any false report in the whole series, in (0, 1)
     * @throws IllegalArgumentException if the window or the significance is out of its range
     */
    public static Answer of(double[] series, int window, double significance) {
        if (window < 2 || !(significance > 0 && significance < 1)) {
            throw new IllegalArgumentException(
                    "A window has at least two observations, a significance lies in (0, 1).");
        }
        if (!Observations.allFinite(series)) {
            return new Answer.Unavailable(Reason.NOT_FINITE);
        }
        if (series.length < 2L * window) {
            return new Answer.Unavailable(series.length == 0 ? Reason.NO_OBSERVATIONS : Reason.TOO_FEW_OBSERVATIONS);
        }
        return new Answer.Tested(apart(significant(series, window, significance), window));
    }

    private static List<ChangePoint> significant(double[] series, int window, double significance) {
        int tested = series.length - 2 * window + 1;
        List<ChangePoint> points = new ArrayList<>();
        for (int index = window; index + window <= series.length; index++) {
            ChangePoint point = test(series, index, window);
            if (point.probability() * tested < significance) {
                points.add(point);
            }
        }
        return points;
    }

    private static ChangePoint test(double[] series, int index, int window) {
        Moments before = Moments.of(series, index - window, index);
        Moments after = Moments.of(series, index, index + window);
        double first = before.variance(Estimator.SAMPLE).orElse(0) / window;
        double second = after.variance(Estimator.SAMPLE).orElse(0) / window;
        double difference = after.mean() - before.mean();
        double error = Math.sqrt(first + second);
        if (error == 0) {
            double certain = difference == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, difference);
            return new ChangePoint(index, before.mean(), after.mean(), certain, 0, difference == 0 ? 1 : 0);
        }
        double statistic = difference / error;
        double degrees = (first + second) * (first + second) * (window - 1) / (first * first + second * second);
        double probability = StudentDistribution.beyond(statistic, degrees);
        return new ChangePoint(index, before.mean(), after.mean(), statistic, degrees, probability);
    }

    private static List<ChangePoint> apart(List<ChangePoint> points, int window) {
        List<ChangePoint> strongest = new ArrayList<>(points);
        strongest.sort(Comparator.comparingDouble((ChangePoint p) -> -Math.abs(p.statistic())));
        List<ChangePoint> chosen = new ArrayList<>();
        for (ChangePoint point : strongest) {
            if (chosen.stream().noneMatch(c -> Math.abs(c.index() - point.index()) < window)) {
                chosen.add(point);
            }
        }
        chosen.sort(Comparator.comparingInt(ChangePoint::index));
        return chosen;
    }
}
