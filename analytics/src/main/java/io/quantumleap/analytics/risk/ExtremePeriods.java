package io.quantumleap.analytics.risk;

import io.quantumleap.analytics.measure.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The best and the worst periods of a series, found by selection in O(n). Observations that are not finite are passed over;
 * of equal ones the earlier come first. The best and worst windows of several periods are those of a {@link
 * io.quantumleap.analytics.rolling.RollingSeries}.
 */
public final class ExtremePeriods {

    private ExtremePeriods() {}

    /**
     * One period.
     *
     * @param index in the series, counted from 0
     * @param value its return
     */
    public record Period(int index, double value) {}

    /**
     * The lowest returns, lowest first.
     *
     * @param count how many at most
     * @throws IllegalArgumentException if the count is negative
     */
    public static List<Period> worst(double[] returns, int count) {
        return lowest(returns, count, 1);
    }

    /**
     * The highest returns, highest first.
     *
     * @param count how many at most
     * @throws IllegalArgumentException if the count is negative
     */
    public static List<Period> best(double[] returns, int count) {
        return lowest(returns, count, -1);
    }

    private static List<Period> lowest(double[] returns, int count, int sign) {
        if (count < 0) {
            throw new IllegalArgumentException("A number of periods is not negative.");
        }
        double[] finite = Arrays.stream(returns)
                .filter(Double::isFinite)
                .map(value -> value * sign)
                .toArray();
        int wanted = Math.min(count, finite.length);
        if (wanted == 0) {
            return List.of();
        }
        double limit = Quantiles.select(finite, wanted - 1);
        List<Period> found = new ArrayList<>();
        for (int i = 0; i < returns.length; i++) {
            if (Double.isFinite(returns[i]) && returns[i] * sign <= limit) {
                found.add(new Period(i, returns[i]));
            }
        }
        found.sort(Comparator.comparingDouble((Period period) -> period.value() * sign)
                .thenComparingInt(Period::index));
        return List.copyOf(found.subList(0, wanted));
    }
}
