package io.quantumleap.analytics.tearsheet;

import io.quantumleap.analytics.calendar.CalendarPeriod;
import io.quantumleap.analytics.calendar.CalendarReturns;
import io.quantumleap.analytics.calendar.PeriodReturn;
import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.returns.LinkedReturns;
import io.quantumleap.analytics.returns.Returns;
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
