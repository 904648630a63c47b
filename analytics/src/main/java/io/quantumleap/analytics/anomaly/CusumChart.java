package io.quantumleap.analytics.anomaly;

import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * The tabular CUSUM: high_t = max(0, high_(t-1) + x_t - centre - k s) and low_t = max(0, low_(t-1) + centre - k s - x_t), with
 * an alarm when one exceeds h s. Tells which way a series shifted and since when. Immutable.
 *
 * <p>Sources: E. S. Page, Continuous inspection schemes, Biometrika 41 (1954) 100-115; D. C. Montgomery, Introduction to
 * Statistical Quality Control, section 9.1, and NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3.2.3. Usual: k 0.5
 * (half of the shift that should be seen, in standard deviations), h 5.
 */
public final class CusumChart {

    /** What happens after an alarm. */
    public enum AfterAlarm {
        /** The sums go on, and every further observation beyond the threshold is an alarm. */
        CONTINUE,
        /** Both sums start again from zero, as after a repair. */
        RESTART
    }

    /** Which way a series shifted. */
    public enum Direction {
        /** Above the centre. */
        UP,
        /** Below the centre. */
        DOWN
    }

    /**
     * How a chart is drawn.
     *
     * @param slack k, the deviation that is forgiven, in standard deviations, not negative
     * @param threshold h, the sum that is an alarm, in standard deviations, positive
     * @param afterAlarm whether the sums go on
     */
    public record Settings(double slack, double threshold, AfterAlarm afterAlarm) {

        /** k 0.5, h 5, starting again after an alarm. */
        public static final Settings USUAL = new Settings(0.5, 5, AfterAlarm.RESTART);

        /**
         * Refuses settings out of their range.
         *
         * @throws IllegalArgumentException if the slack is negative, the threshold not positive, or one not finite
         */
        public Settings {
            if (!(slack >= 0 && Double.isFinite(slack) && threshold > 0 && Double.isFinite(threshold))) {
                throw new IllegalArgumentException("The slack is not negative, the threshold positive, both finite.");
            }
        }
    }

    /**
     * A sum beyond the threshold.
     *
     * @param index of the observation at which it was seen, counted from 0
     * @param direction of the shift
     * @param since the observation after the one at which the sum was last zero: the estimated start of the shift
     */
    public record Alarm(int index, Direction direction, int since) {}

    /** The answer: a chart, or the reason why there is none. */
    public sealed interface Answer {

        /** A chart of every observation. */
        record Charted(CusumChart chart) implements Answer {}

        /** There is none, and this is why. */
        record Unavailable(Reason reason) implements Answer {}

        /**
         * The chart.
         *
         * @throws IllegalStateException with the reason's sentence if there is none
         */
        default CusumChart orElseThrow() {
            if (this instanceof Unavailable unavailable) {
                throw new IllegalStateException(unavailable.reason().sentence());
            }
            return ((Charted) this).chart();
        }
    }

    private final double[] high;
    private final double[] low;
    private final List<Alarm> alarms = new ArrayList<>();

    private CusumChart(int observations) {
        this.high = new double[observations];
        this.low = new double[observations];
    }

    /** Draws the chart of a series. */
    public static Answer of(double[] series, Baseline baseline, Settings settings) {
        if (series.length == 0) {
            return new Answer.Unavailable(Reason.NO_OBSERVATIONS);
        }
        if (!Observations.allFinite(series)) {
            return new Answer.Unavailable(Reason.NOT_FINITE);
        }
        CusumChart chart = new CusumChart(series.length);
        chart.draw(series, baseline, settings);
        return Observations.allFinite(chart.high) && Observations.allFinite(chart.low)
                ? new Answer.Charted(chart)
                : new Answer.Unavailable(Reason.OUT_OF_RANGE);
    }

    private void draw(double[] series, Baseline baseline, Settings settings) {
        double slack = settings.slack() * baseline.deviation();
        double threshold = settings.threshold() * baseline.deviation();
        Side up = new Side(Direction.UP);
        Side down = new Side(Direction.DOWN);
        for (int t = 0; t < series.length; t++) {
            double deviation = series[t] - baseline.centre();
            high[t] = up.add(deviation - slack, t);
            low[t] = down.add(-deviation - slack, t);
            boolean rose = up.report(threshold, t, alarms);
            boolean fell = down.report(threshold, t, alarms);
            if ((rose || fell) && settings.afterAlarm() == AfterAlarm.RESTART) {
                up.restart(t);
                down.restart(t);
            }
        }
    }

    /** The number of observations. */
    public int size() {
        return high.length;
    }

    /** The upper sum after an observation, in the unit of the series. */
    public double high(int index) {
        return high[index];
    }

    /** The lower sum after an observation, in the unit of the series. */
    public double low(int index) {
        return low[index];
    }

    /** The alarms, in order. */
    public List<Alarm> alarms() {
        return List.copyOf(alarms);
    }

    /** One of the two sums while it is drawn. */
    private static final class Side {

        private final Direction direction;
        private double sum;
        private int since;

        Side(Direction direction) {
            this.direction = direction;
        }

        double add(double excess, int index) {
            sum = Math.max(0, sum + excess);
            if (sum == 0) {
                since = index + 1;
            }
            return sum;
        }

        boolean report(double threshold, int index, List<Alarm> alarms) {
            boolean alarm = sum > threshold;
            if (alarm) {
                alarms.add(new Alarm(index, direction, since));
            }
            return alarm;
        }

        void restart(int index) {
            sum = 0;
            since = index + 1;
        }
    }
}
