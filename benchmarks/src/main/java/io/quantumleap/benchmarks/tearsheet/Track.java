package io.quantumleap.benchmarks.tearsheet;

import io.quantumleap.analytics.tearsheet.TearSheetData;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** An invented track record: daily returns of a fund and of its benchmark, always the same. */
final class Track {

    private static final long SEED = 20_240_101;
    private static final int DAYS_OF_WEEK = 7;
    private static final int TRADING_DAYS_OF_WEEK = 5;

    private Track() {}

    static double[] returns(int n) {
        return normal(n, SEED);
    }

    static TearSheetData against(int n) {
        return TearSheetData.of(days(n), returns(n)).against(normal(n, SEED + 1));
    }

    private static double[] normal(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] returns = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = 0; k < 12; k++) {
                sum += random.nextDouble();
            }
            returns[i] = 0.0003 + 0.01 * (sum - 6);
        }
        return returns;
    }

    private static long[] days(int n) {
        long monday = LocalDate.of(2001, 1, 1).toEpochDay();
        long[] days = new long[n];
        for (int i = 0; i < n; i++) {
            days[i] = monday + (long) i / TRADING_DAYS_OF_WEEK * DAYS_OF_WEEK + i % TRADING_DAYS_OF_WEEK;
        }
        return days;
    }
}
