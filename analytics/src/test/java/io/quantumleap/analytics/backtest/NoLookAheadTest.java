package io.quantumleap.analytics.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.analytics.construction.Weights;
import io.quantumleap.analytics.construction.rebalancing.TradingCosts;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NoLookAheadTest {

    private static final List<Strategy> TEMPLATES = List.of(
            Strategies.buyAndHold(Weights.of(0.5, 0.3, 0.1)),
            Strategies.periodicRebalance(Weights.of(0.4, -0.2, 0.4), 7),
            Strategies.movingAverageCrossover(3, 8),
            Strategies.breakout(6, 3),
            Strategies.meanReversion(8, 1, 0),
            Strategies.momentum(10, 1, 2, 5));

    @Property(tries = 150)
    void changingTheFutureNeverChangesThePast(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 78) int cut, @ForAll Execution execution) {
        SplittableRandom random = new SplittableRandom(seed);
        PriceBars bars = SampleBars.random(random, 3, 80);
        PriceBars other = SampleBars.withAnotherFuture(bars, cut, random);
        BacktestSettings settings = new BacktestSettings(10_000, execution, new TradingCosts(0.001, 1), 0.0005);
        for (Strategy strategy : TEMPLATES) {
            BacktestReport first = Backtest.run(bars, strategy, settings).orElseThrow();
            BacktestReport second = Backtest.run(other, strategy, settings).orElseThrow();
            assertThat(until(first, cut)).isEqualTo(until(second, cut));
            assertThat(Arrays.copyOf(first.equity(), cut + 1)).isEqualTo(Arrays.copyOf(second.equity(), cut + 1));
        }
    }

    private static List<Fill> until(BacktestReport report, int cut) {
        return report.fills().stream().filter(fill -> fill.executedAt() <= cut).toList();
    }

    @Property(tries = 50)
    void everyFillIsExecutedOneBarAfterItsDecision(@ForAll long seed) {
        PriceBars bars = SampleBars.random(new SplittableRandom(seed), 3, 60);
        for (Strategy strategy : TEMPLATES) {
            for (Fill fill : Backtest.run(bars, strategy, BacktestSettings.free(100))
                    .orElseThrow()
                    .fills()) {
                assertThat(fill.executedAt()).isEqualTo(fill.decidedAt() + 1);
                assertThat(fill.price()).isEqualTo(bars.open(fill.asset(), fill.executedAt()));
            }
        }
    }

    @Test
    void aStrategyThatAsksForTomorrowIsRefused() {
        PriceBars bars = SampleBars.random(new SplittableRandom(1), 1, 10);
        Strategy clairvoyant =
                (history, held) -> history.close(0, -1) > history.close(0, 0) ? Decision.target(1) : Decision.target(0);
        assertThatThrownBy(() -> Backtest.run(bars, clairvoyant, BacktestSettings.free(100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not known");
        BarHistory history = new BarHistory(bars, 4);
        assertThatThrownBy(() -> history.close(0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThat(history.close(0, 4)).isEqualTo(bars.close(0, 0));
    }

    /** Shows that the property above can fail: a rule that knows the bars from outside does change its past trades. */
    @Test
    void theTestCatchesAStrategyThatKnowsTheFuture() {
        SplittableRandom random = new SplittableRandom(3);
        PriceBars bars = SampleBars.random(random, 1, 80);
        PriceBars other = SampleBars.withAnotherFuture(bars, 40, random);
        BacktestReport first =
                Backtest.run(bars, cheating(bars), BacktestSettings.free(100)).orElseThrow();
        BacktestReport second =
                Backtest.run(other, cheating(other), BacktestSettings.free(100)).orElseThrow();
        assertThat(until(first, 40)).isNotEqualTo(until(second, 40));
    }

    private static Strategy cheating(PriceBars bars) {
        double end = IntStream.range(0, bars.size())
                .mapToDouble(bar -> bars.close(0, bar))
                .max()
                .orElseThrow();
        return (history, held) -> Decision.target(history.close(0, 0) / end);
    }
}
