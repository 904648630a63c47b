package io.quantumleap.analytics.performance;

import io.quantumleap.analytics.measure.Wealth;
import io.quantumleap.analytics.series.Reduction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The series of a window for a chart, reduced so that its shape, its deepest point and the peak before it stay. */
final class ChartSeries {

    /** With fewer points there is no room for more than the shape. */
    private static final int FEWEST_WITH_EXTREMES = 6;

    private final Window window;
    private final double[] growth;
    private final @Nullable Double[] benchmark;
    private final double[] drawdown;

    /**
     * Prepares the series.
     *
     * @param ends for each return, the position that it ends at
     */
    ChartSeries(Window window, double[] returns, int[] ends, BenchmarkSpan span) {
        this.window = window;
        int positions = window.length() + 1;
        growth = new double[positions];
        benchmark = new Double[positions];
        drawdown = new double[positions];
        double[] path = Wealth.path(returns);
        double[] benchmarkPath = Wealth.path(span.returns());
        int next = 0;
        double peak = 1;
        for (int position = 0; position < positions; position++) {
            if (next < ends.length && ends[next] == position) {
                next++;
            }
            growth[position] = path[next];
            peak = Math.max(peak, path[next]);
            drawdown[position] = path[next] / peak - 1;
            if (!span.isEmpty() && next >= span.first() && next <= span.end()) {
                benchmark[position] = benchmarkPath[next - span.first()];
            }
        }
    }

    List<SeriesPoint> reducedTo(int points) {
        int first = window.fromNothing() ? 1 : 0;
        int[] positions = IntStream.range(first, growth.length).toArray();
        List<SeriesPoint> series = new ArrayList<>();
        for (int index : chosen(positions, points)) {
            series.add(point(positions[index]));
        }
        return series;
    }

    private SeriesPoint point(int position) {
        return new SeriesPoint(
                window.date(position),
                window.value(position).amount().doubleValue(),
                growth[position],
                benchmark[position],
                drawdown[position]);
    }

    private int[] chosen(int[] positions, int points) {
        double[] days = Arrays.stream(positions)
                .mapToDouble(position -> window.date(position).toEpochDay())
                .toArray();
        double[] values = Arrays.stream(positions)
                .mapToDouble(position -> growth[position])
                .toArray();
        if (positions.length <= points || points < FEWEST_WITH_EXTREMES) {
            return Reduction.largestTriangleThreeBuckets(days, values, points);
        }
        IntStream shape = Arrays.stream(Reduction.largestTriangleThreeBuckets(days, values, points - 2));
        return IntStream.concat(shape, deepest(positions)).sorted().distinct().toArray();
    }

    /** Where the drawdown is deepest, and the peak that it is measured from. */
    private IntStream deepest(int[] positions) {
        int trough = 0;
        for (int i = 1; i < positions.length; i++) {
            trough = drawdown[positions[i]] < drawdown[positions[trough]] ? i : trough;
        }
        int peak = trough;
        while (peak > 0 && drawdown[positions[peak]] < 0) {
            peak--;
        }
        return IntStream.of(peak, trough);
    }
}
