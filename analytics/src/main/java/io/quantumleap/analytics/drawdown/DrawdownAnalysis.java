package io.quantumleap.analytics.drawdown;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Reason;
import java.util.Comparator;
import java.util.List;

/**
 * What the underwater series of a value says: its episodes and its averages.
 *
 * @param episodes every drawdown in order of time, an unrecovered one included
 * @param maximum the depth of the deepest, negative; zero if there was none
 * @param current how far the last value lies below its peak, negative or zero
 * @param ulcerIndex the root mean square of the drawdowns over all periods but the start (Martin and McCann 1989)
 * @param painIndex the mean of the absolute drawdowns over all periods but the start (Becker 2006)
 */
public record DrawdownAnalysis(
        List<Drawdown> episodes, Measure maximum, Measure current, Measure ulcerIndex, Measure painIndex) {

    /** Copies the episodes. */
    public DrawdownAnalysis {
        episodes = List.copyOf(episodes);
    }

    /** An analysis without a number, for this reason. */
    public static DrawdownAnalysis unavailable(Reason reason) {
        Measure none = Measure.unavailable(reason);
        return new DrawdownAnalysis(List.of(), none, none, none, none);
    }

    /** The deepest episodes, deepest first; of equally deep ones the earlier first. */
    public List<Drawdown> deepest(int count) {
        return episodes.stream()
                .sorted(Comparator.comparingDouble(Drawdown::depth).thenComparingInt(Drawdown::peak))
                .limit(count)
                .toList();
    }

    /** The mean depth of the episodes, negative. */
    public Measure averageDepth() {
        if (!maximum.available()) {
            return maximum;
        }
        return episodes.isEmpty()
                ? Measure.unavailable(Reason.NO_DRAWDOWN)
                : Measure.of(episodes.stream().mapToDouble(Drawdown::depth).sum() / episodes.size());
    }

    /** The number of periods of the longest episode; zero if there was none. */
    public int longestLength() {
        return episodes.stream().mapToInt(Drawdown::length).max().orElse(0);
    }
}
