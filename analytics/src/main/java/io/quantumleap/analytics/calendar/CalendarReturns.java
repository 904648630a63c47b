package io.quantumleap.analytics.calendar;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.returns.GrowthPath;
import io.quantumleap.analytics.returns.Returns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compounds returns into calendar periods; a return belongs to the period of its date. Periods without one are left out. */
public final class CalendarReturns {

    private CalendarReturns() {}

    /** As {@link #of(long[], double[], CalendarPeriod)}, with dates. */
    public static List<PeriodReturn> of(LocalDate[] dates, double[] returns, CalendarPeriod period) {
        return of(Arrays.stream(dates).mapToLong(LocalDate::toEpochDay).toArray(), returns, period);
    }

    /**
     * The compound return of each period.
     *
     * @param epochDays the day of each return, as {@link LocalDate#toEpochDay()}, never descending
     * @throws IllegalArgumentException if the arrays differ in length or a day descends
     */
    public static List<PeriodReturn> of(long[] epochDays, double[] returns, CalendarPeriod period) {
        requireDays(epochDays, returns.length);
        return of(epochDays, period, (from, to) -> Returns.cumulative(Arrays.copyOfRange(returns, from, to)));
    }

    /**
     * The same from a path that is there already. After a total loss there is nothing left to earn a return on.
     *
     * @throws IllegalArgumentException if there are not as many days as returns or a day descends
     */
    public static List<PeriodReturn> of(long[] epochDays, GrowthPath path, CalendarPeriod period) {
        requireDays(epochDays, path.values().length - 1);
        return of(epochDays, period, path::between);
    }

    private static void requireDays(long[] epochDays, int returns) {
        if (epochDays.length != returns) {
            throw new IllegalArgumentException("Every return needs its day.");
        }
    }

    private interface Compounding {
        Measure between(int from, int to);
    }

    private static List<PeriodReturn> of(long[] epochDays, CalendarPeriod period, Compounding compounding) {
        List<PeriodReturn> periods = new ArrayList<>();
        int from = 0;
        while (from < epochDays.length) {
            LocalDate start = period.firstDay(LocalDate.ofEpochDay(epochDays[from]));
            long next = period.next(start).toEpochDay();
            int to = from + 1;
            while (to < epochDays.length && epochDays[to] < next) {
                requireOrder(epochDays[to - 1], epochDays[to]);
                to++;
            }
            periods.add(new PeriodReturn(start, to - from, compounding.between(from, to)));
            from = to;
        }
        return periods;
    }

    private static void requireOrder(long before, long day) {
        if (day < before) {
            throw new IllegalArgumentException("Days must not descend.");
        }
    }
}
