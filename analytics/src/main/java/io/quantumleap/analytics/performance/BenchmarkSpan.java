package io.quantumleap.analytics.performance;

import io.quantumleap.core.market.PriceSeries;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The returns of a benchmark over the same intervals as the portfolio's, as far as the benchmark has prices. On a day
 * without a close the last one before it stands; at the end, for at most a week.
 */
final class BenchmarkSpan {

    private static final int STALE_AFTER_DAYS = 7;

    private final int first;
    private final double[] returns;

    private BenchmarkSpan(int first, double[] returns) {
        this.first = first;
        this.returns = returns;
    }

    static BenchmarkSpan none() {
        return new BenchmarkSpan(0, new double[0]);
    }

    /**
     * Aligns the closes to intervals.
     *
     * @param starts the day each interval starts from, rising
     * @param ends the day each interval ends with
     * @param skipped how many of the first intervals are not compared
     */
    static BenchmarkSpan align(PriceSeries prices, LocalDate[] starts, LocalDate[] ends, int skipped) {
        if (prices.size() == 0) {
            return none();
        }
        double[] closes = prices.closesAsDoubles();
        long last = prices.date(prices.size() - 1).toEpochDay() + STALE_AFTER_DAYS;
        int from = skipped;
        while (from < starts.length && prices.indexOnOrBefore(starts[from].toEpochDay()) < 0) {
            from++;
        }
        int to = ends.length;
        while (to > from && ends[to - 1].toEpochDay() > last) {
            to--;
        }
        double[] returns = new double[Math.max(to - from, 0)];
        for (int i = from; i < to; i++) {
            double before = closes[prices.indexOnOrBefore(starts[i].toEpochDay())];
            double after = closes[prices.indexOnOrBefore(ends[i].toEpochDay())];
            returns[i - from] = (after - before) / before;
        }
        return new BenchmarkSpan(from, returns);
    }

    /** The index of the first interval covered. */
    int first() {
        return first;
    }

    /** The index behind the last interval covered. */
    int end() {
        return first + returns.length;
    }

    boolean isEmpty() {
        return returns.length == 0;
    }

    /** The benchmark's returns over the intervals covered; not a copy. */
    double[] returns() {
        return returns;
    }

    /** Those of the portfolio's returns that can be compared. */
    double[] comparable(double[] portfolio) {
        return Arrays.copyOfRange(portfolio, first, end());
    }

    /** The benchmark's returns from one interval to another, both in the portfolio's counting. */
    double[] returns(int from, int to) {
        return Arrays.copyOfRange(returns, from - first, to - first);
    }

    /** Whether these intervals are all covered. */
    boolean covers(int from, int to) {
        return from >= first && to <= end();
    }
}
