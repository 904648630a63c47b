package io.quantumleap.analytics.tearsheet;

import io.quantumleap.analytics.calendar.CalendarPeriod;
import io.quantumleap.analytics.calendar.CalendarReturns;
import io.quantumleap.analytics.calendar.PeriodReturn;
import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.returns.LinkedReturns;
import io.quantumleap.analytics.returns.Linking;
import io.quantumleap.analytics.returns.Returns;
import io.quantumleap.analytics.returns.TimeWeightedReturn;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a tear sheet is made from: dated returns, and perhaps those of a benchmark and a risk-free rate for the same periods.
 * The arrays are not copied and must not be changed.
 */
public final class TearSheetData {

    private final long[] days;
    private final double[] returns;
    private final double @Nullable [] benchmark;
    private final double @Nullable [] riskFree;

    private TearSheetData(long[] days, double[] returns, double @Nullable [] benchmark, double @Nullable [] riskFree) {
        this.days = days;
        this.returns = returns;
        this.benchmark = benchmark;
        this.riskFree = riskFree;
    }

    /**
     * Returns with the day that each ends on, as {@link LocalDate#toEpochDay()}.
     *
     * @throws IllegalArgumentException if the arrays differ in length, or a day does not come after the one before it
     */
    public static TearSheetData of(long[] epochDays, double[] returns) {
        if (epochDays.length != returns.length) {
            throw new IllegalArgumentException("Every return needs its day.");
        }
        for (int i = 1; i < epochDays.length; i++) {
            if (epochDays[i] <= epochDays[i - 1]) {
                throw new IllegalArgumentException("Dates must ascend, but " + LocalDate.ofEpochDay(epochDays[i])
                        + " does not come after " + LocalDate.ofEpochDay(epochDays[i - 1]) + ".");
            }
        }
        return new TearSheetData(epochDays, returns, null, null);
    }

    /**
     * Returns with the day that each ends on.
     *
     * @throws IllegalArgumentException if the arrays differ in length
     */
    public static TearSheetData of(LocalDate[] dates, double[] returns) {
        return of(Arrays.stream(dates).mapToLong(LocalDate::toEpochDay).toArray(), returns);
    }

    /**
     * The returns between valuations, with or without external flows, as {@link
     * io.quantumleap.analytics.returns.TimeWeightedReturn} links them.
     *
     * @param valuationDates the dates of all valuations, the first included
     */
    public static TearSheetData of(LocalDate[] valuationDates, LinkedReturns linked) {
        long[] days = Arrays.stream(linked.ends())
                .mapToLong(end -> valuationDates[end].toEpochDay())
                .toArray();
        return of(days, linked.returns());
    }

    /**
     * What was earned between values that nobody paid into or took out of.
     *
     * @param dates of all values, the first included; ascending
     * @param values positive
     * @throws IllegalArgumentException if the arrays do not fit, or from some date on there is nothing to earn on
     */
    public static TearSheetData ofValues(LocalDate[] dates, double[] values) {
        return ofValues(dates, values, new double[values.length]);
    }

    /**
     * What was earned between values, whatever was paid in or taken out: the time-weighted returns of {@link
     * TimeWeightedReturn}.
     *
     * @param flows what was paid in (positive) or taken out (negative) on the day of the value of the same index, which is
     *     the value behind the flow; the first is not looked at
     * @throws IllegalArgumentException if the arrays do not fit, or at some date there is no capital to earn on
     */
    public static TearSheetData ofValues(LocalDate[] dates, double[] values, double[] flows) {
        return of(dates, linked(dates, values, flows));
    }

    /**
     * The same beside a benchmark, such as the level of an index, over the same dates.
     *
     * @throws IllegalArgumentException if the arrays do not fit, or one of the two has no return at some date
     */
    public static TearSheetData ofValues(LocalDate[] dates, double[] values, double[] flows, double[] benchmark) {
        LinkedReturns own = linked(dates, values, flows);
        LinkedReturns all = linked(dates, benchmark, new double[benchmark.length]);
        if (all.count() != dates.length - 1) {
            throw new IllegalArgumentException("The benchmark must be positive at every date.");
        }
        double[] returns = all.returns();
        // Days on which nothing was invested are left out of both.
        return of(dates, own)
                .against(Arrays.stream(own.ends())
                        .mapToDouble(end -> returns[end - 1])
                        .toArray());
    }

    private static LinkedReturns linked(LocalDate[] dates, double[] values, double[] flows) {
        if (dates.length != values.length || dates.length != flows.length) {
            throw new IllegalArgumentException("Every value needs its date, and every date its flow.");
        }
        if (dates.length < 2) {
            throw new IllegalArgumentException("There is no return between fewer than two values.");
        }
        double[] in = Arrays.stream(flows).map(flow -> Math.max(flow, 0)).toArray();
        double[] out = Arrays.stream(flows).map(flow -> Math.max(-flow, 0)).toArray();
        Linking linking = TimeWeightedReturn.link(values, in, out);
        if (linking instanceof LinkedReturns returns) {
            return returns;
        }
        Linking.Refused refused = (Linking.Refused) linking;
        throw new IllegalArgumentException(
                dates[refused.index()] + ": " + refused.reason().sentence());
    }

    /**
     * The same with the benchmark's returns.
     *
     * @throws IllegalArgumentException if there are not as many
     */
    public TearSheetData against(double[] benchmarkReturns) {
        Observations.requireSameLength(returns, benchmarkReturns);
        return new TearSheetData(days, returns, benchmarkReturns, riskFree);
    }

    /**
     * The same with the risk-free returns.
     *
     * @throws IllegalArgumentException if there are not as many
     */
    public TearSheetData over(double[] riskFreeReturns) {
        Observations.requireSameLength(returns, riskFreeReturns);
        return new TearSheetData(days, returns, benchmark, riskFreeReturns);
    }

    /** How many returns there are. */
    public int count() {
        return returns.length;
    }

    /** Whether there is a benchmark. */
    public boolean hasBenchmark() {
        return benchmark != null;
    }

    /** Whether there is a risk-free rate. */
    public boolean hasRiskFree() {
        return riskFree != null;
    }

    /** The compound return of each calendar period: the monthly, quarterly or yearly table. */
    public List<PeriodReturn> calendar(CalendarPeriod period) {
        return CalendarReturns.of(days, returns, period);
    }

    long[] days() {
        return days;
    }

    double[] returns() {
        return returns;
    }

    /** The benchmark's returns; only if there are any. */
    double[] benchmark() {
        return Objects.requireNonNull(benchmark, "benchmark");
    }

    /** The risk-free returns; only if there are any. */
    double[] riskFree() {
        return Objects.requireNonNull(riskFree, "riskFree");
    }

    /** These returns less the risk-free ones; the same array when there are none. */
    double[] excess(double[] of) {
        return riskFree == null ? of : Returns.excess(of, riskFree);
    }
}
