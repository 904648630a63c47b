package io.quantumleap.analytics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReductionTest {

    /** Seven points to four: buckets (1,2), (3,4,5); the largest triangles by hand are at 2 and 3. */
    @Test
    void takesTheLargestTriangleOfEachBucket() {
        double[] positions = {0, 1, 2, 3, 4, 5, 6};
        double[] values = {0, 1, 5, -4, 0, 1, 0};
        assertThat(Reduction.largestTriangleThreeBuckets(positions, values, 4)).containsExactly(0, 2, 3, 6);
    }

    @Test
    void minMaxKeepsTheSpikes() {
        double[] values = new double[1_000];
        values[333] = 9;
        values[334] = -9;
        values[777] = 5;
        assertThat(Reduction.minMax(values, 20)).contains(0, 333, 334, 777, 999);
    }

    @Test
    void fewPointsStayAsTheyAre() {
        double[] three = {1, 2, 3};
        assertThat(Reduction.largestTriangleThreeBuckets(three, three, 3)).containsExactly(0, 1, 2);
        assertThat(Reduction.minMax(three, 50)).containsExactly(0, 1, 2);
        assertThat(Reduction.minMax(new double[0], 2)).isEmpty();
    }

    @Test
    void twoPointsAreTheEnds() {
        double[] five = {5, 1, 9, 2, 3};
        assertThat(Reduction.largestTriangleThreeBuckets(five, five, 2)).containsExactly(0, 4);
        assertThat(Reduction.minMax(five, 2)).containsExactly(0, 4);
        assertThatThrownBy(() -> Reduction.minMax(five, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void answersRisingIndicesWithBothEnds(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 2_000) int n,
            @ForAll @IntRange(min = 2, max = 500) int points) {
        double[] values = new Random(seed).doubles(n).toArray();
        double[] positions = new double[n];
        Arrays.setAll(positions, i -> i);
        int[] triangles = Reduction.largestTriangleThreeBuckets(positions, values, points);
        assertThat(triangles).hasSize(Math.min(n, points)).startsWith(0).endsWith(n - 1);
        assertThat(triangles).isSorted().doesNotHaveDuplicates();
        int[] extremes = Reduction.minMax(values, points);
        assertThat(extremes).startsWith(0).endsWith(n - 1).isSorted().doesNotHaveDuplicates();
        assertThat(extremes.length).isLessThanOrEqualTo(Math.max(points, 2));
    }
}
