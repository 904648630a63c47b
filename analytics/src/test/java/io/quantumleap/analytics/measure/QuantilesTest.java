package io.quantumleap.analytics.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuantilesTest {

    /** One to ten; the expected values follow from the definitions of Hyndman and Fan by hand. */
    @Test
    void followsTheDefinitionOfEachType() {
        double[] numbers = {10, 1, 9, 2, 8, 3, 7, 4, 6, 5};
        assertThat(Quantiles.of(numbers, 0.25, QuantileType.INVERSE_EMPIRICAL)).isEqualTo(Measure.of(3));
        assertThat(Quantiles.of(numbers, 0.25, QuantileType.WEIBULL)).isEqualTo(Measure.of(2.75));
        assertThat(Quantiles.of(numbers, 0.25, QuantileType.LINEAR)).isEqualTo(Measure.of(3.25));
        assertThat(Quantiles.of(numbers, 0.25, QuantileType.MEDIAN_UNBIASED).orElseThrow())
                .isCloseTo(10.0 / 4 + 1.0 / 12 + 1.0 / 3, within(1e-14));
    }

    /** R: quantile(1:10, c(0.25, 0.2, 0.35), type = t) for t from 1 to 9. */
    @Test
    void agreesWithRForAllNineTypes() {
        double[] numbers = {10, 1, 9, 2, 8, 3, 7, 4, 6, 5};
        double[][] expected = {
            {3, 2, 4},
            {3, 2.5, 4},
            {2, 2, 4},
            {2.5, 2, 3.5},
            {3, 2.5, 4},
            {2.75, 2.2, 3.85},
            {3.25, 2.8, 4.15},
            {2.9166666666666665, 2.4, 3.95},
            {2.9375, 2.425, 3.9625}
        };
        QuantileType[] types = QuantileType.values();
        assertThat(types).hasSize(9);
        for (int i = 0; i < types.length; i++) {
            assertThat(Quantiles.of(numbers, 0.25, types[i]).orElseThrow()).isCloseTo(expected[i][0], within(1e-14));
            assertThat(Quantiles.of(numbers, 0.2, types[i]).orElseThrow()).isCloseTo(expected[i][1], within(1e-14));
            assertThat(Quantiles.of(numbers, 0.35, types[i]).orElseThrow()).isCloseTo(expected[i][2], within(1e-14));
        }
    }

    /** 0.07 x 100 is 7.000000000000001 in binary, and yet the seventh observation is meant. */
    @Test
    void roundingDoesNotMoveAJump() {
        double[] numbers = new double[100];
        Arrays.setAll(numbers, i -> i + 1);
        assertThat(Quantiles.of(numbers, 0.07, QuantileType.INVERSE_EMPIRICAL)).isEqualTo(Measure.of(7));
        assertThat(Quantiles.of(numbers, 0.07, QuantileType.AVERAGED_INVERSE)).isEqualTo(Measure.of(7.5));
    }

    @Test
    void extremesAreTheSmallestAndTheLargest() {
        double[] numbers = {3, 1, 2};
        for (QuantileType type : QuantileType.values()) {
            assertThat(Quantiles.of(numbers, 0, type)).isEqualTo(Measure.of(1));
            assertThat(Quantiles.of(numbers, 1, type)).isEqualTo(Measure.of(3));
        }
        assertThat(numbers).containsExactly(3, 1, 2);
    }

    @Test
    void hasReasonsAndRefusals() {
        assertThat(Quantiles.of(new double[0], 0.5, QuantileType.LINEAR))
                .isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
        assertThat(Quantiles.of(new double[] {1, Double.NaN}, 0.5, QuantileType.LINEAR))
                .isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        assertThatThrownBy(() -> Quantiles.of(new double[] {1}, 1.1, QuantileType.LINEAR))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void selectsFromPatternsThatDefeatNaivePivots() {
        int n = 10_001;
        double[] rising = new double[n];
        double[] organPipe = new double[n];
        double[] few = new double[n];
        for (int i = 0; i < n; i++) {
            rising[i] = i;
            organPipe[i] = Math.min(i, n - i);
            few[i] = i % 3;
        }
        for (double[] pattern : new double[][] {rising, organPipe, few}) {
            double[] sorted = pattern.clone();
            Arrays.sort(sorted);
            for (int index : new int[] {0, 1, 500, 5000, 9999, 10_000}) {
                assertThat(Quantiles.select(pattern.clone(), index)).isEqualTo(sorted[index]);
            }
        }
    }

    @Property(tries = 300)
    void selectionEqualsSorting(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3000) int n,
            @ForAll @DoubleRange(min = 0, max = 1) double p) {
        double[] numbers =
                new Random(seed).doubles(n).map(x -> Math.rint(x * 50)).toArray();
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double position = p * (n - 1);
        int below = (int) position;
        double expected = sorted[below] + (position - below) * (sorted[Math.min(below + 1, n - 1)] - sorted[below]);
        assertThat(Quantiles.of(numbers, p, QuantileType.LINEAR).orElseThrow()).isEqualTo(expected);
    }
}
