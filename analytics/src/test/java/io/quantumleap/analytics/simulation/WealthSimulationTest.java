package io.quantumleap.analytics.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.measure.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WealthSimulationTest {

    private static final double[] HISTORY =
            new SplittableRandom(7).doubles(120, -0.05, 0.065).toArray();

    static Stream<Resampling> resamplings() {
        return Stream.of(
                new Resampling.Independent(), new Resampling.CircularBlocks(6), new Resampling.StationaryBlocks(6));
    }

    @ParameterizedTest
    @MethodSource("resamplings")
    void sameSeedGivesTheSameWealthOnAnyNumberOfThreads(Resampling resampling) throws Exception {
        WealthPlan plan = WealthPlan.yearly(100, 12, 3, 3_000, resampling);
        double[] alone =
                WealthSimulation.run(HISTORY, plan, 42).orElseThrow().terminal().toArray();
        for (int threads : new int[] {1, 2, 5}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            try {
                var forecast = pool.submit(() -> WealthSimulation.runInParallel(HISTORY, plan, 42))
                        .get();
                assertThat(forecast.orElseThrow().terminal().toArray()).isEqualTo(alone);
            } finally {
                pool.shutdown();
            }
        }
        assertThat(WealthSimulation.run(HISTORY, plan, 43)
                        .orElseThrow()
                        .terminal()
                        .toArray())
                .isNotEqualTo(alone);
    }

    @ParameterizedTest
    @MethodSource("resamplings")
    void meanWealthIsTheCompoundedMeanReturn(Resampling resampling) {
        // Wrapped blocks visit every period equally often; for a white history the mean of the product is the product
        // of means.
        double mean = Arrays.stream(HISTORY).average().orElseThrow();
        WealthPlan plan = new WealthPlan(100, 0, List.of(1), 200_000, resampling);
        WealthDistribution wealth =
                WealthSimulation.run(HISTORY, plan, 1).orElseThrow().terminal();
        double error = 0.033 * 100 / Math.sqrt(200_000);
        assertThat(wealth.mean()).isCloseTo(100 * (1 + mean), within(4 * error));
    }

    @Test
    void independentPathsHaveTheMomentsOfIndependentReturns() {
        double mean = Arrays.stream(HISTORY).map(r -> 1 + r).average().orElseThrow();
        double square =
                Arrays.stream(HISTORY).map(r -> (1 + r) * (1 + r)).average().orElseThrow();
        WealthPlan plan = new WealthPlan(1, 0, List.of(24), 200_000, new Resampling.Independent());
        double[] wealth =
                WealthSimulation.run(HISTORY, plan, 5).orElseThrow().terminal().toArray();
        double expectedMean = Math.pow(mean, 24);
        double expectedVariance = Math.pow(square, 24) - expectedMean * expectedMean;
        double sampleMean = Arrays.stream(wealth).average().orElseThrow();
        double variance = Arrays.stream(wealth)
                .map(w -> (w - sampleMean) * (w - sampleMean))
                .average()
                .orElseThrow();
        assertThat(sampleMean).isCloseTo(expectedMean, within(4 * Math.sqrt(expectedVariance / 200_000)));
        assertThat(variance).isCloseTo(expectedVariance, within(0.03 * expectedVariance));
    }

    @Test
    void circularBlocksAreConsecutiveAndWrapAround() {
        // With growth 1, 2, 4, 8 the product of three consecutive ones, wrapped, is one of four numbers.
        double[] returns = {0, 1, 3, 7};
        WealthPlan plan = new WealthPlan(1, 0, List.of(3), 10_000, new Resampling.CircularBlocks(3));
        double[] wealth =
                WealthSimulation.run(returns, plan, 3).orElseThrow().terminal().toArray();
        assertThat(Arrays.stream(wealth).distinct().toArray()).containsExactly(8, 16, 32, 64);
    }

    @Test
    void stationaryBlocksHaveTheirMeanLengthAndShape() {
        SplittableRandom random = new SplittableRandom(11);
        Resampling blocks = new Resampling.StationaryBlocks(8);
        int[] lengths = java.util.stream.IntStream.range(0, 100_000)
                .map(i -> blocks.runLength(random))
                .toArray();
        assertThat(Arrays.stream(lengths).average().orElseThrow()).isCloseTo(8, within(4 * Math.sqrt(56 / 100_000.0)));
        assertThat(Arrays.stream(lengths).filter(l -> l == 1).count() / 100_000.0)
                .isCloseTo(0.125, within(0.005));
        assertThat(new Resampling.StationaryBlocks(1).runLength(random)).isEqualTo(1);
    }

    @Test
    void blocksKeepTheDependenceThatSinglePeriodsLose() {
        // Alternating history: in blocks, a gain follows a loss, and wealth hardly spreads.
        double[] alternating = new double[100];
        for (int i = 0; i < 100; i++) {
            alternating[i] = i % 2 == 0 ? 0.1 : -0.1;
        }
        double single = spread(alternating, new Resampling.Independent());
        assertThat(spread(alternating, new Resampling.CircularBlocks(20))).isLessThan(single / 3);
        assertThat(spread(alternating, new Resampling.StationaryBlocks(20))).isLessThan(single / 2);
    }

    private static double spread(double[] history, Resampling resampling) {
        WealthPlan plan = new WealthPlan(1, 0, List.of(40), 5_000, resampling);
        WealthDistribution wealth =
                WealthSimulation.run(history, plan, 1).orElseThrow().terminal();
        return wealth.quantile(0.95) - wealth.quantile(0.05);
    }

    @Test
    void constantHistoryGivesCertainWealth() {
        double[] constant = {0.01, 0.01, 0.01};
        WealthPlan plan = new WealthPlan(100, 10, List.of(1, 2), 100, new Resampling.StationaryBlocks(3));
        var forecast = WealthSimulation.run(constant, plan, 1).orElseThrow();
        assertThat(forecast.band(0.05)).containsExactly(new double[] {111, 111 * 1.01 + 10}, within(1e-12));
        assertThat(forecast.band(0.95)).containsExactly(forecast.band(0.05));
    }

    @Test
    void withdrawalsEndAtZeroForGood() {
        double[] flat = {0};
        WealthPlan plan = new WealthPlan(100, -40, List.of(1, 2, 3, 4), 10, new Resampling.Independent());
        assertThat(WealthSimulation.run(flat, plan, 1).orElseThrow().band(0.5)).containsExactly(60, 20, 0, 0);
    }

    @Test
    void totalLossEndsAtZero() {
        double[] loss = {-1};
        WealthPlan plan = new WealthPlan(100, 0, List.of(2), 10, new Resampling.Independent());
        WealthDistribution wealth =
                WealthSimulation.run(loss, plan, 1).orElseThrow().terminal();
        assertThat(wealth.quantile(1)).isZero();
        assertThat(wealth.probabilityBelow(100)).isEqualTo(1);
        assertThat(wealth.probabilityOfAtLeast(0)).isEqualTo(1);
    }

    @Test
    void quantilesInterpolateAsNumpyDoes() {
        WealthDistribution wealth = new WealthDistribution(1, new double[] {4, 1, 3, 2});
        assertThat(wealth.quantile(0.5)).isEqualTo(2.5);
        assertThat(wealth.quantile(0.1)).isCloseTo(1.3, within(1e-15));
        assertThat(wealth.quantile(0)).isEqualTo(1);
        assertThat(wealth.quantile(1)).isEqualTo(4);
        assertThat(wealth.probabilityBelow(3)).isEqualTo(0.5);
        assertThat(wealth.probabilityOfAtLeast(3)).isEqualTo(0.5);
        assertThatThrownBy(() -> wealth.quantile(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhyThereIsNoForecast() {
        WealthPlan plan = WealthPlan.yearly(100, 12, 1, 10, new Resampling.Independent());
        assertUnavailable(WealthSimulation.run(new double[0], plan, 1), Reason.NO_OBSERVATIONS);
        assertUnavailable(WealthSimulation.run(new double[] {0.1, Double.NaN}, plan, 1), Reason.NOT_FINITE);
        assertUnavailable(WealthSimulation.run(new double[] {0.1, -1.5}, plan, 1), Reason.BELOW_TOTAL_LOSS);
        assertUnavailable(WealthSimulation.run(new double[] {1e300}, plan, 1), Reason.OUT_OF_RANGE);
    }

    @Test
    void refusesAPlanThatCannotBeRun() {
        Resampling any = new Resampling.Independent();
        assertThatThrownBy(() -> new WealthPlan(0, 0, List.of(1), 1, any)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WealthPlan(1, 0, List.of(2, 2), 1, any))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WealthPlan(1, 0, List.of(), 1, any)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WealthPlan(1, 0, List.of(1), 0, any)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Resampling.StationaryBlocks(0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Resampling.CircularBlocks(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertUnavailable(WealthForecast forecast, Reason reason) {
        assertThat(forecast).isEqualTo(new WealthForecast.Unavailable(reason));
    }
}
