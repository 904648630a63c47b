package io.quantumleap.analytics.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.measure.Reason;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChangePointsTest {

    /** 40 normal numbers around 10 and 40 around 12, numpy.random.default_rng(31), rounded to three decimals. */
    private static final double[] SHIFTED = {
        9.605, 10.264, 10.607, 9.028, 10.768, 10.255, 10.783, 10.272, 11.162, 9.062, 11.776, 11.202, 9.4, 10.66, 10.445,
        8.254, 10.595, 9.415, 9.75, 9.398, 9.572, 10.072, 10.097, 8.441, 9.731, 8.655, 8.729, 9.653, 10.855, 10.631,
        9.395, 9.29, 9.173, 10.143, 10.937, 10.018, 10.693, 10.315, 11.504, 7.993, 7.738, 11.603, 13.273, 11.179,
        12.852, 9.653, 9.481, 10.567, 13.683, 13.393, 10.573, 12.362, 10.705, 12.04, 9.771, 11.907, 10.528, 11.911,
        10.696, 10.357, 12.227, 11.324, 12.043, 11.162, 13.227, 10.369, 13.538, 14.664, 11.462, 15.49, 16.059, 12.886,
        9.285, 8.769, 11.648, 15.552, 13.149, 13.516, 11.498, 10.512
    };

    @Test
    void agreesWithScipysWelchTest() {
        // scipy.stats.ttest_ind(x[42:72], x[12:42], equal_var=False), the largest of all points with windows of 30.
        var points = ChangePoints.of(SHIFTED, 30, 0.01).orElseThrow();
        assertThat(points).hasSize(1);
        var point = points.get(0);
        assertThat(point.index()).isEqualTo(42);
        assertThat(point.before()).isCloseTo(9.771833333333335, within(1e-14));
        assertThat(point.after()).isCloseTo(11.979400000000002, within(1e-14));
        assertThat(point.statistic()).isCloseTo(6.218518655758314, within(1e-12));
        assertThat(point.degrees()).isCloseTo(46.788154821529375, within(1e-11));
        assertThat(point.probability()).isCloseTo(1.2771626118912596e-07, within(1e-17));
    }

    @Test
    void findsEveryStepOfAStaircase() {
        double[] stairs = new double[300];
        for (int i = 0; i < 300; i++) {
            stairs[i] = i / 100 * 5 + Math.sin(i * 7.0);
        }
        assertThat(ChangePoints.of(stairs, 25, 0.01).orElseThrow())
                .extracting(ChangePoints.ChangePoint::index)
                .containsExactly(100, 200);
    }

    @Test
    void reportsAFallWithANegativeStatistic() {
        double[] fall = new double[40];
        Arrays.fill(fall, 0, 20, 3);
        var point = ChangePoints.of(fall, 10, 0.01).orElseThrow().get(0);
        assertThat(point.index()).isEqualTo(20);
        assertThat(point.statistic()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(point.probability()).isZero();
    }

    @Test
    void constantSeriesHasNoChangePoint() {
        assertThat(ChangePoints.of(new double[50], 10, 0.05).orElseThrow()).isEmpty();
    }

    @Test
    void falseReportsAreAsRareAsTheSignificanceSays() {
        SplittableRandom random = new SplittableRandom(4);
        int reported = 0;
        for (int run = 0; run < 400; run++) {
            double[] noise = random.doubles(120, -1, 1).toArray();
            reported += ChangePoints.of(noise, 20, 0.05).orElseThrow().isEmpty() ? 0 : 1;
        }
        assertThat(reported).isLessThanOrEqualTo(20 + 9);
    }

    @Test
    void saysWhyNothingCouldBeTested() {
        assertThat(ChangePoints.of(new double[19], 10, 0.05))
                .isEqualTo(new ChangePoints.Answer.Unavailable(Reason.TOO_FEW_OBSERVATIONS));
        assertThat(ChangePoints.of(new double[0], 10, 0.05))
                .isEqualTo(new ChangePoints.Answer.Unavailable(Reason.NO_OBSERVATIONS));
        assertThat(ChangePoints.of(new double[] {1, 2, Double.NaN, 4}, 2, 0.05))
                .isEqualTo(new ChangePoints.Answer.Unavailable(Reason.NOT_FINITE));
        assertThatThrownBy(() -> ChangePoints.of(SHIFTED, 1, 0.05)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ChangePoints.of(SHIFTED, 10, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
