package io.quantumleap.analytics.drawdown;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.QuantileType;
import io.quantumleap.analytics.measure.Quantiles;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.measure.Rounding;
import io.quantumleap.analytics.measure.Wealth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds drawdowns in one pass. The first value counts as a peak; an episode begins with the first value below a peak and
 * ends with the first value that reaches it again, to within the {@link Rounding} of the returns that led there.
 */
public final class Drawdowns {

    /** Compounded returns from 110 down to 99 and back to 110 may miss 110 by their rounding. */
    private static final double REACHED = 1 - Rounding.NOISE;

    private Drawdowns() {}

    /**
     * The drawdowns of the wealth that compounding the returns gives, starting at one.
     *
     * <p>A return below -1 answers {@link Reason#BELOW_TOTAL_LOSS}, wealth beyond the range of a double {@link
     * Reason#OUT_OF_RANGE}.
     */
    public static DrawdownAnalysis ofReturns(double[] returns) {
        DrawdownAnalysis analysis = ofValues(Wealth.path(returns));
        return analysis.maximum().equals(Measure.unavailable(Reason.NOT_FINITE)) && Observations.allFinite(returns)
                ? DrawdownAnalysis.unavailable(Reason.OUT_OF_RANGE)
                : analysis;
    }

    /**
     * The drawdowns of a value, such as wealth or an index level.
     *
     * <p>No value answers {@link Reason#NO_OBSERVATIONS}, a first value of zero or less {@link Reason#NO_CAPITAL}, a later
     * one below zero {@link Reason#BELOW_TOTAL_LOSS}. A single value has no drawdown.
     */
    public static DrawdownAnalysis ofValues(double[] values) {
        if (values.length == 0) {
            return DrawdownAnalysis.unavailable(Reason.NO_OBSERVATIONS);
        }
        List<Drawdown> episodes = new ArrayList<>();
        int peak = 0;
        int trough = 0;
        double peakValue = values[0];
        double troughValue = peakValue;
        double smallest = peakValue;
        double sum = 0;
        double squares = 0;
        double fall = 0;
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            fall = value / peakValue - 1;
            if (value < peakValue * REACHED) {
                sum -= fall;
                squares += fall * fall;
                if (value < troughValue) {
                    troughValue = value;
                    trough = i;
                }
            } else {
                if (trough > peak) {
                    episodes.add(new Drawdown(peak, trough, i, true, troughValue / peakValue - 1));
                }
                fall = 0;
                peak = i;
                trough = i;
                peakValue = Math.max(peakValue, value);
                troughValue = peakValue;
            }
            // Also catches NaN, for which every comparison above is false.
            smallest = Math.min(smallest, value);
        }
        if (!(smallest >= 0 && values[0] > 0 && Double.isFinite(peakValue))) {
            return DrawdownAnalysis.unavailable(whyNot(values));
        }
        if (trough > peak) {
            episodes.add(new Drawdown(peak, trough, values.length - 1, false, troughValue / peakValue - 1));
        }
        int periods = Math.max(values.length - 1, 1);
        return new DrawdownAnalysis(
                episodes,
                Measure.of(deepest(episodes)),
                Measure.of(fall),
                Measure.of(Math.sqrt(squares / periods)),
                Measure.of(sum / periods));
    }

    /**
     * Drawdowns in the older sense, the sum of the returns of each uninterrupted run of losses (Bacon, 2nd ed., chapter 4):
     * negative, from old to new. Anything but a loss, NaN included, ends a run.
     */
    public static double[] losingRuns(double[] returns) {
        double[] runs = new double[returns.length];
        int count = 0;
        double sum = 0;
        for (double simple : returns) {
            if (simple < 0) {
                sum += simple;
            } else if (sum < 0) {
                runs[count++] = sum;
                sum = 0;
            }
        }
        if (sum < 0) {
            runs[count++] = sum;
        }
        return Arrays.copyOf(runs, count);
    }

    private static double deepest(List<Drawdown> episodes) {
        double deepest = 0;
        for (Drawdown episode : episodes) {
            deepest = Math.min(deepest, episode.depth());
        }
        return deepest;
    }

    /** What is wrong with the values; {@link Reason#NO_DRAWDOWN} if nothing is. */
    private static Reason whyNot(double[] values) {
        double smallest = 0;
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return Reason.NOT_FINITE;
            }
            smallest = Math.min(smallest, value);
        }
        if (!(values[0] > 0)) {
            return Reason.NO_CAPITAL;
        }
        return smallest < 0 ? Reason.BELOW_TOTAL_LOSS : Reason.NO_DRAWDOWN;
    }

    /**
     * The conditional drawdown at risk: the mean of the worst drawdowns of single periods, those no higher than their
     * (1 - confidence) quantile (Chekhlov, Uryasev and Zabarankin 2005). Negative or zero; the start does not count.
     *
     * @param confidence such as 0.95
     * @throws IllegalArgumentException if the confidence does not lie between 0 and 1
     */
    public static Measure conditional(double[] values, double confidence, QuantileType type) {
        if (values.length < 2) {
            return Measure.unavailable(Reason.NO_OBSERVATIONS);
        }
        Reason reason = whyNot(values);
        if (reason != Reason.NO_DRAWDOWN) {
            return Measure.unavailable(reason);
        }
        double[] underwater = underwater(values);
        double[] afterStart = Arrays.copyOfRange(underwater, 1, underwater.length);
        double limit = Quantiles.inPlace(afterStart, Quantiles.complement(confidence), type);
        return Measure.of(Quantiles.meanUpTo(afterStart, limit));
    }

    /**
     * For each value, how far it lies below the highest one so far: zero or negative.
     *
     * @throws IllegalArgumentException if the first value is not positive or one is negative or not finite
     */
    public static double[] underwater(double[] values) {
        double[] underwater = new double[values.length];
        double peak = values.length == 0 ? 1 : values[0];
        if (!(peak > 0)) {
            throw new IllegalArgumentException("The first value must be positive.");
        }
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0 && Double.isFinite(values[i]))) {
                throw new IllegalArgumentException("Value " + i + " is negative or not finite.");
            }
            peak = Math.max(peak, values[i]);
            underwater[i] = values[i] / peak - 1;
        }
        return underwater;
    }
}
