package io.quantumleap.adapters.rest.chat.tool;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Changes of several instruments between the days on which all of them have a close. */
final class CommonReturns {

    private CommonReturns() {}

    /** One row an instrument, one column a change. */
    static double[][] of(List<AdjustedCloses> instruments) {
        Set<LocalDate> days = days(instruments.get(0));
        instruments.forEach(one -> days.retainAll(days(one)));
        double[][] returns = new double[instruments.size()][];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = changes(closesOn(days, instruments.get(i)));
        }
        return returns;
    }

    private static Set<LocalDate> days(AdjustedCloses closes) {
        Set<LocalDate> days = new TreeSet<>();
        for (int i = 0; i < closes.size(); i++) {
            days.add(closes.day(i));
        }
        return days;
    }

    private static double[] closesOn(Set<LocalDate> days, AdjustedCloses closes) {
        return IntStream.range(0, closes.size())
                .filter(i -> days.contains(closes.day(i)))
                .mapToDouble(i -> closes.close(i).doubleValue())
                .toArray();
    }

    private static double[] changes(double[] closes) {
        double[] changes = new double[Math.max(0, closes.length - 1)];
        for (int t = 0; t < changes.length; t++) {
            changes[t] = closes[t + 1] / closes[t] - 1;
        }
        return changes;
    }
}
