package io.quantumleap.analytics.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.analytics.backtest.WalkForward.Split;
import io.quantumleap.analytics.construction.Weights;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WalkForwardTest {

    @Test
    void rollingWindowsMoveAlong() {
        assertThat(new WalkForward(4, 2, 0, WalkForward.Anchor.ROLLING).splits(9))
                .containsExactly(new Split(0, 4, 4, 6), new Split(2, 6, 6, 8), new Split(4, 8, 8, 9));
    }

    @Test
    void anchoredWindowsGrowAndLeaveTheGapOut() {
        assertThat(new WalkForward(3, 2, 1, WalkForward.Anchor.ANCHORED).splits(8))
                .containsExactly(new Split(0, 3, 4, 6), new Split(0, 5, 6, 8));
    }

    @Property
    void testWindowsCoverTheRestOnceAndNeverTouchTheirTraining(
            @ForAll @IntRange(min = 1, max = 30) int train,
            @ForAll @IntRange(min = 1, max = 30) int test,
            @ForAll @IntRange(max = 5) int gap,
            @ForAll @IntRange(max = 200) int bars,
            @ForAll WalkForward.Anchor anchor) {
        int next = train + gap;
        for (Split split : new WalkForward(train, test, gap, anchor).splits(bars)) {
            assertThat(split.testFrom()).isEqualTo(next).isEqualTo(split.trainTo() + gap);
            assertThat(split.trainTo() - split.trainFrom()).isGreaterThanOrEqualTo(train);
            next = split.testTo();
        }
        assertThat(next).isEqualTo(Math.max(train + gap, bars));
    }

    @Test
    void choosesInTrainingAndReportsOnlyTheTest() {
        // One asset rises for 100 bars and falls for 100; long wins the first training, short the later ones.
        double[][] closes = new double[1][200];
        for (int bar = 0; bar < 200; bar++) {
            closes[0][bar] = bar < 100 ? 100 + bar + bar % 2 : 300 - bar + bar % 2;
        }
        List<Strategy> candidates =
                List.of((history, held) -> Decision.target(1), (history, held) -> Decision.target(-1));
        WalkForward windows = new WalkForward(50, 50, 0, WalkForward.Anchor.ROLLING);
        var walked = WalkForwardBacktest.run(
                        PriceBars.ofCloses(closes), candidates, windows, BacktestSettings.free(100))
                .orElseThrow();
        assertThat(walked.steps()).extracting(WalkForwardBacktest.Step::chosen).containsExactly(0, 0, 1);
        assertThat(walked.outOfSampleReturns()).hasSize(150);
    }

    @Test
    void laterBarsDoNotChangeWhatWasChosenBefore() {
        SplittableRandom random = new SplittableRandom(8);
        PriceBars bars = SampleBars.random(random, 2, 120);
        PriceBars other = SampleBars.withAnotherFuture(bars, 79, random);
        List<Strategy> candidates = List.of(
                Strategies.movingAverageCrossover(2, 5),
                Strategies.breakout(5, 3),
                Strategies.buyAndHold(Weights.of(0.5, 0.5)));
        WalkForward windows = new WalkForward(40, 20, 0, WalkForward.Anchor.ANCHORED);
        var first = WalkForwardBacktest.run(bars, candidates, windows, BacktestSettings.free(100))
                .orElseThrow()
                .steps();
        var second = WalkForwardBacktest.run(other, candidates, windows, BacktestSettings.free(100))
                .orElseThrow()
                .steps();
        for (int i = 0; i < 2; i++) {
            assertThat(first.get(i).chosen()).isEqualTo(second.get(i).chosen());
            assertThat(first.get(i).report().equity())
                    .isEqualTo(second.get(i).report().equity());
        }
        assertThat(first.get(2).chosen()).isEqualTo(second.get(2).chosen());
    }

    @Test
    void refusesTooFewBarsAndNoCandidates() {
        PriceBars few = SampleBars.random(new SplittableRandom(1), 1, 10);
        WalkForward windows = new WalkForward(10, 5, 0, WalkForward.Anchor.ROLLING);
        assertThat(WalkForwardBacktest.run(few, List.of(Strategies.breakout(1, 1)), windows, BacktestSettings.free(1)))
                .isEqualTo(new WalkForwardBacktest.Answer.Refused(new BacktestProblem.TooFewBars(10, 11)));
        assertThatThrownBy(() -> WalkForwardBacktest.run(few, List.of(), windows, BacktestSettings.free(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WalkForward(0, 1, 0, WalkForward.Anchor.ROLLING))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
