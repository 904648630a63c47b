package io.quantumleap.analytics.drawdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.QuantileType;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.returns.LinkedReturns;
import io.quantumleap.analytics.returns.TimeWeightedReturn;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DrawdownsTest {

    /** 100, 80 (first value is the peak), back at 100 and on to 120, down to 60, up to 90, not recovered. */
    private static final double[] WORKED = {100, 80, 100, 120, 90, 60, 90};

    @Test
    void listsEveryEpisodeWithItsPeakTroughAndRecovery() {
        DrawdownAnalysis analysis = Drawdowns.ofValues(WORKED);
        assertThat(analysis.episodes())
                .containsExactly(new Drawdown(0, 1, 2, true, 80.0 / 100 - 1), new Drawdown(3, 5, 6, false, -0.5));
        assertThat(analysis.episodes().get(0).recovery()).hasValue(2);
        assertThat(analysis.episodes().get(1).recovery()).isEmpty();
        assertThat(analysis.episodes().get(1).length()).isEqualTo(3);
        assertThat(analysis.episodes().get(1).decline()).isEqualTo(2);
    }

    @Test
    void summarisesTheUnderwaterSeries() {
        DrawdownAnalysis analysis = Drawdowns.ofValues(WORKED);
        assertThat(Drawdowns.underwater(WORKED))
                .containsExactly(new double[] {0, -0.2, 0, 0, -0.25, -0.5, -0.25}, within(1e-15));
        assertThat(analysis.maximum()).isEqualTo(Measure.of(-0.5));
        assertThat(analysis.current()).isEqualTo(Measure.of(-0.25));
        assertThat(analysis.painIndex().orElseThrow()).isCloseTo(1.2 / 6, within(1e-15));
        assertThat(analysis.ulcerIndex().orElseThrow())
                .isCloseTo(Math.sqrt((0.04 + 0.0625 + 0.25 + 0.0625) / 6), within(1e-15));
        assertThat(analysis.averageDepth().orElseThrow()).isCloseTo(-0.35, within(1e-15));
        assertThat(analysis.longestLength()).isEqualTo(3);
        assertThat(analysis.deepest(1)).containsExactly(analysis.episodes().get(1));
        assertThat(analysis.deepest(5)).hasSize(2);
    }

    @Test
    void theStartBeforeTheFirstReturnCountsAsAPeak() {
        DrawdownAnalysis analysis = Drawdowns.ofReturns(new double[] {-0.5, 1, 0.5});
        assertThat(analysis.episodes()).containsExactly(new Drawdown(0, 1, 2, true, -0.5));
    }

    @Test
    void risingValuesHaveNoDrawdown() {
        DrawdownAnalysis analysis = Drawdowns.ofValues(new double[] {1, 1, 2, 3});
        assertThat(analysis.episodes()).isEmpty();
        assertThat(analysis.maximum()).isEqualTo(Measure.of(0));
        assertThat(analysis.averageDepth()).isEqualTo(Measure.unavailable(Reason.NO_DRAWDOWN));
        assertThat(analysis.longestLength()).isZero();
    }

    @Test
    void aFlatTopCountsFromItsLastDay() {
        assertThat(Drawdowns.ofValues(new double[] {1, 2, 2, 1, 2}).episodes())
                .containsExactly(new Drawdown(2, 3, 4, true, -0.5));
    }

    @Test
    void totalLossIsADrawdownOfEverything() {
        DrawdownAnalysis analysis = Drawdowns.ofReturns(new double[] {0.25, -1, 0.5});
        assertThat(analysis.episodes()).containsExactly(new Drawdown(1, 2, 3, false, -1));
    }

    @Test
    void unusableValuesHaveReasons() {
        assertThat(Drawdowns.ofValues(new double[0]).maximum()).isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
        assertThat(Drawdowns.ofValues(new double[] {0, 1}).maximum()).isEqualTo(Measure.unavailable(Reason.NO_CAPITAL));
        assertThat(Drawdowns.ofValues(new double[] {-1, 1}).maximum())
                .isEqualTo(Measure.unavailable(Reason.NO_CAPITAL));
        assertThat(Drawdowns.ofReturns(new double[] {0.1, -1.5}).maximum())
                .isEqualTo(Measure.unavailable(Reason.BELOW_TOTAL_LOSS));
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            DrawdownAnalysis analysis = Drawdowns.ofValues(new double[] {1, bad, 2});
            assertThat(analysis.maximum()).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
            assertThat(analysis.averageDepth()).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
            assertThatThrownBy(() -> Drawdowns.underwater(new double[] {1, bad}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Drawdowns.ofValues(new double[] {5}).maximum()).isEqualTo(Measure.of(0));
    }

    /** Drawdowns 0.2, 0, 0, 0.25, 0.5, 0.25: the worst third, by hand. */
    @Test
    void conditionalDrawdownIsTheMeanOfTheWorst() {
        assertThat(Drawdowns.conditional(WORKED, 0.6, QuantileType.LINEAR).orElseThrow())
                .isCloseTo(-1.0 / 3, within(1e-15));
        assertThat(Drawdowns.conditional(WORKED, 0.95, QuantileType.LINEAR)).isEqualTo(Measure.of(-0.5));
        assertThat(Drawdowns.conditional(new double[] {1, 2, 3}, 0.95, QuantileType.LINEAR))
                .isEqualTo(Measure.of(0));
        assertThat(Drawdowns.conditional(new double[] {1}, 0.95, QuantileType.LINEAR))
                .isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
        assertThat(Drawdowns.conditional(new double[] {1, -1}, 0.95, QuantileType.LINEAR))
                .isEqualTo(Measure.unavailable(Reason.BELOW_TOTAL_LOSS));
    }

    @Property(tries = 200)
    void episodesDescribeTheUnderwaterSeries(
            @ForAll @Size(min = 1, max = 200) List<@DoubleRange(min = 0.01, max = 10) Double> drawn) {
        double[] values = drawn.stream().mapToDouble(x -> x).toArray();
        double[] underwater = Drawdowns.underwater(values);
        List<Drawdown> episodes = Drawdowns.ofValues(values).episodes();
        boolean[] covered = new boolean[values.length];
        for (Drawdown episode : episodes) {
            assertThat(underwater[episode.peak()]).isZero();
            assertThat(underwater[episode.trough()]).isEqualTo(episode.depth());
            int last = episode.recovered() ? episode.end() - 1 : episode.end();
            for (int i = episode.peak() + 1; i <= last; i++) {
                assertThat(underwater[i]).isNegative().isGreaterThanOrEqualTo(episode.depth());
                covered[i] = true;
            }
        }
        for (int i = 0; i < values.length; i++) {
            assertThat(underwater[i] < 0).isEqualTo(covered[i]);
        }
    }

    /**
     * Prices in cents that come back to the very peak have recovered, though their returns are rounded. After a fall by more
     * than 98 % the return of the fall itself is not known well enough to say.
     */
    @Property(tries = 500)
    void aPeakThatIsReachedExactlyIsRecovered(
            @ForAll @IntRange(min = 100, max = 1_000_000) int peak,
            @ForAll @DoubleRange(min = 0.05, max = 0.99) double share) {
        double high = peak / 100.0;
        double low = Math.max(1, Math.floor(peak * share)) / 100.0;
        double[] returns =
                ((LinkedReturns) TimeWeightedReturn.link(new double[] {high / 2, high, low, high, high})).returns();
        DrawdownAnalysis analysis = Drawdowns.ofReturns(returns);
        assertThat(analysis.episodes()).singleElement().satisfies(episode -> {
            assertThat(episode.recovered()).isTrue();
            assertThat(episode.end()).isEqualTo(3);
        });
        assertThat(analysis.current()).isEqualTo(Measure.of(0));
    }
}
