package io.quantumleap.analytics.rolling;

import io.quantumleap.analytics.drawdown.Drawdowns;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.measure.Wealth;
import io.quantumleap.analytics.returns.Returns;
import java.util.Arrays;

/**
 * The ulcer index over a rolling window, each window's start counting as a peak, in O(n). An input that is not finite, or
 * below -1, leaves the whole series undefined, and so does a total loss.
 *
 * <p>A window of wealth lies in two blocks. In the first, what is under water from some point on is what lies under the value
 * at that point until it is reached again, and from there on what was found before. In the second, it is what lies under the
 * first block's peak until that is reached again, and from there on the block's own. As the start moves on, the first block's
 * peak only falls, and the place where it is reached again only comes nearer: one pointer walks back once. The squares under one peak P come from the sums
 * of V and V squared, both around the block's border so that no digits are lost. Blocks in which wealth changes by more than
 * a factor of 100 would lose them all the same, and have their windows measured one by one.
 */
public final class RollingUnderwater {

    private static final double WILD = 100;

    private final double[] wealth;
    private final int window;

    /** Running sums of one block and the next: of the distance from the border, of its square. */
    private final double[] sums;

    private final double[] squares;
    private int origin;
    private double border;

    private RollingUnderwater(double[] wealth, int window) {
        this.wealth = wealth;
        this.window = window;
        this.sums = new double[2 * window + 2];
        this.squares = new double[2 * window + 2];
    }

    /** The root mean square of the drawdowns of each window (Martin and McCann 1989). */
    public static RollingSeries ulcerIndex(double[] returns, int window) {
        int positions = RollingSeries.positions(window, returns.length);
        if (Returns.cumulativeLog(returns) instanceof Measure.Unavailable none) {
            return RollingSeries.undefined(window, returns.length, none.reason());
        }
        double[] values = new double[positions];
        new RollingUnderwater(Wealth.path(returns), window).fill(values);
        return new RollingSeries(window, values, Reason.OUT_OF_RANGE);
    }

    private void fill(double[] values) {
        double[] left = new double[window];
        double[] peaks = new double[window];
        double[] highest = new double[window + 1];
        double[] own = new double[window + 1];
        int[] reached = new int[window + 1];
        for (int base = 0; base < values.length; base += window) {
            int middle = base + window;
            int to = Math.min(middle + window, wealth.length) - 1;
            int last = Math.min(window, values.length - base);
            if (spread(base, to) > WILD) {
                oneByOne(values, base, base + last);
                continue;
            }
            accumulate(base, to, wealth[middle]);
            before(base, middle, left, peaks, reached);
            after(middle, to, highest, own);
            int again = to - middle + 1;
            for (int j = 0; j < last; j++) {
                while (again > 1 && highest[again - 1] >= peaks[j]) {
                    again--;
                }
                double right = beyond(middle, j, peaks[j], again, own);
                values[base + j] = Math.sqrt(Math.max(0, left[j] + right) / window);
            }
        }
    }

    private double spread(int from, int to) {
        double lowest = wealth[from];
        double highest = wealth[from];
        for (int i = from + 1; i <= to; i++) {
            lowest = Math.min(lowest, wealth[i]);
            highest = Math.max(highest, wealth[i]);
        }
        return highest / lowest;
    }

    private void oneByOne(double[] values, int from, int to) {
        for (int position = from; position < to; position++) {
            double[] path = Arrays.copyOfRange(wealth, position, position + window + 1);
            values[position] = RollingSeries.encode(Drawdowns.ofValues(path).ulcerIndex());
        }
    }

    private void accumulate(int from, int to, double around) {
        origin = from;
        border = around;
        for (int i = from; i <= to; i++) {
            double distance = wealth[i] - around;
            sums[i - from + 1] = sums[i - from] + distance;
            squares[i - from + 1] = squares[i - from] + distance * distance;
        }
    }

    /** The sum of (V / P - 1)^2 from one index to another. */
    private double under(double peak, int from, int to) {
        if (to < from) {
            return 0;
        }
        double above = peak - border;
        double sum = sums[to - origin + 1] - sums[from - origin];
        double square = squares[to - origin + 1] - squares[from - origin];
        return (square - 2 * above * sum + (to - from + 1) * above * above) / (peak * peak);
    }

    /** For each start in the first block: its squares up to the border, and its peak there. */
    private void before(int base, int middle, double[] left, double[] peaks, int[] reached) {
        reached[window] = middle + 1;
        for (int j = window - 1; j >= 0; j--) {
            double value = wealth[base + j];
            int next = base + j + 1;
            while (next <= middle && wealth[next] < value) {
                next = reached[next - base];
            }
            reached[j] = next;
            boolean inside = next <= middle;
            double further = !inside || next == middle ? 0 : left[next - base];
            left[j] = under(value, base + j + 1, Math.min(next - 1, middle)) + further;
            peaks[j] = !inside ? value : next == middle ? wealth[middle] : peaks[next - base];
        }
    }

    /** For each end behind the border: the highest value from there, and the squares under it. */
    private void after(int middle, int to, double[] highest, double[] own) {
        highest[0] = Double.NEGATIVE_INFINITY;
        own[0] = 0;
        for (int i = middle + 1; i <= to; i++) {
            int k = i - middle;
            highest[k] = Math.max(highest[k - 1], wealth[i]);
            double fall = wealth[i] / highest[k] - 1;
            own[k] = own[k - 1] + fall * fall;
        }
    }

    /** The squares of so many values behind the border, when the peak before it is reached again at this one of them. */
    private double beyond(int middle, int count, double peak, int again, double[] own) {
        double under = under(peak, middle + 1, middle + Math.min(again - 1, count));
        return again <= count ? under + own[count] - own[again] : under;
    }
}
