package io.quantumleap.analytics.returns;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Two series of values on the days that both have, so that gaps and holidays of either do not shift the returns of the one
 * against those of the other: a return then reaches from one common day to the next, for both.
 */
public final class AlignedValues {

    private final LocalDate[] dates;
    private final double[] first;
    private final double[] second;

    private AlignedValues(LocalDate[] dates, double[] first, double[] second) {
        this.dates = dates;
        this.first = first;
        this.second = second;
    }

    /**
     * Aligns two series. A value that is not finite counts as a gap.
     *
     * @throws IllegalArgumentException if there are not as many dates as values, or dates do not ascend
     */
    public static AlignedValues of(
            LocalDate[] firstDates, double[] firstValues, LocalDate[] secondDates, double[] secondValues) {
        requireAscending(firstDates, firstValues);
        requireAscending(secondDates, secondValues);
        int most = Math.min(firstDates.length, secondDates.length);
        LocalDate[] dates = new LocalDate[most];
        double[] first = new double[most];
        double[] second = new double[most];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < firstDates.length && j < secondDates.length) {
            int order = firstDates[i].compareTo(secondDates[j]);
            if (order == 0 && Double.isFinite(firstValues[i]) && Double.isFinite(secondValues[j])) {
                dates[count] = firstDates[i];
                first[count] = firstValues[i];
                second[count++] = secondValues[j];
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return new AlignedValues(
                Arrays.copyOf(dates, count), Arrays.copyOf(first, count), Arrays.copyOf(second, count));
    }

    private static void requireAscending(LocalDate[] dates, double[] values) {
        if (dates.length != values.length) {
            throw new IllegalArgumentException("Every value needs its date.");
        }
        for (int i = 1; i < dates.length; i++) {
            if (!dates[i].isAfter(dates[i - 1])) {
                throw new IllegalArgumentException(
                        "Dates must ascend, but " + dates[i] + " does not come after " + dates[i - 1] + ".");
            }
        }
    }

    /** How many days both series have. */
    public int count() {
        return dates.length;
    }

    /** The days; a copy. */
    public LocalDate[] dates() {
        return dates.clone();
    }

    /** The values of the first series; a copy. */
    public double[] first() {
        return first.clone();
    }

    /** The values of the second series; a copy. */
    public double[] second() {
        return second.clone();
    }
}
