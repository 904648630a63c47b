package io.quantumleap.examples.tearsheet;

import io.quantumleap.analytics.returns.LinkedReturns;
import io.quantumleap.analytics.returns.Linking;
import io.quantumleap.analytics.returns.TimeWeightedReturn;
import io.quantumleap.analytics.tearsheet.TearSheetData;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Returns with their dates, and what they may be compared with. */
final class Series {

    private final List<LocalDate> dates;
    private final boolean startDated;
    private final double[] returns;
    private final double @Nullable [] benchmark;
    private final double @Nullable [] riskFree;

    private Series(
            List<LocalDate> dates,
            boolean startDated,
            double[] returns,
            double @Nullable [] benchmark,
            double @Nullable [] riskFree) {
        this.dates = List.copyOf(dates);
        this.startDated = startDated;
        this.returns = returns;
        this.benchmark = benchmark;
        this.riskFree = riskFree;
    }

    /** One return for each date, earned from some undated start on. */
    static Series ofReturns(
            List<LocalDate> dates, double[] returns, Optional<double[]> benchmark, Optional<double[]> riskFree) {
        return new Series(dates, false, returns, benchmark.orElse(null), riskFree.orElse(null));
    }

    /**
     * The returns between values; the first date is the start.
     *
     * @throws IllegalArgumentException if the values have no returns
     */
    static Series ofValues(List<LocalDate> dates, double[] values) {
        Linking linking = TimeWeightedReturn.link(values);
        if (linking instanceof LinkedReturns linked && linked.count() == Math.max(values.length - 1, 0)) {
            return new Series(dates, true, linked.returns(), null, null);
        }
        throw new IllegalArgumentException("The values have no returns: one of them is zero or negative.");
    }

    /** What a tear sheet is made from, without the risk-free rate. */
    TearSheetData data() {
        LocalDate[] ends = new LocalDate[returns.length];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = position(i + 1).orElseThrow();
        }
        TearSheetData alone = TearSheetData.of(ends, returns.clone());
        return benchmark().map(alone::against).orElse(alone);
    }

    double[] returns() {
        return returns.clone();
    }

    Optional<double[]> benchmark() {
        return Optional.ofNullable(benchmark);
    }

    Optional<double[]> riskFree() {
        return Optional.ofNullable(riskFree);
    }

    /** The date of a position in the wealth: 0 is the start before the first return. */
    Optional<LocalDate> position(int index) {
        int row = startDated ? index : index - 1;
        return row < 0 || row >= dates.size() ? Optional.empty() : Optional.of(dates.get(row));
    }
}
