package io.quantumleap.analytics.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.measure.Reason;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ControlChartsTest {

    // NIST/SEMATECH e-Handbook, section 6.3.2.4: target 50, deviation 2.0539, lambda 0.3.
    private static final double[] NIST_EWMA = {
        52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4,
        53.6, 52.1
    };
    private static final double[] NIST_EWMA_STATISTIC = {
        50.60, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33, 50.11, 49.36, 49.52, 50.05, 49.38, 49.92,
        50.73, 51.23, 51.94, 51.99
    };

    // Section 6.3.2.3: target 325, k 0.3175 and h 4.1959 in the unit of the data, here with a deviation of one.
    private static final double[] NIST_CUSUM = {
        324.925, 324.675, 324.725, 324.350, 325.350, 325.225, 324.125, 324.525, 325.225, 324.600, 324.625, 325.150,
        328.325, 327.250, 327.825, 328.500, 326.675, 327.775, 326.875, 328.350
    };
    private static final double[] NIST_HIGH = {
        0, 0, 0, 0, 0.03, 0, 0, 0, 0, 0, 0, 0, 3.01, 4.94, 7.45, 10.63, 11.99, 14.44, 16.00, 19.04
    };
    private static final double[] NIST_LOW = {
        0, 0.01, 0, 0.33, 0, 0, 0.56, 0.72, 0.17, 0.25, 0.31, 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private static final Baseline STANDARD = new Baseline(0, 1);

    @Test
    void ewmaChartGivesTheHandbooksExample() {
        EwmaChart chart = EwmaChart.of(
                        NIST_EWMA,
                        new Baseline(50, 2.0539),
                        new EwmaChart.Settings(0.3, 3, EwmaChart.Limits.ASYMPTOTIC))
                .orElseThrow();
        for (int t = 0; t < NIST_EWMA.length; t++) {
            assertThat(chart.statistic(t)).as("period %d", t).isCloseTo(NIST_EWMA_STATISTIC[t], within(0.0151));
        }
        assertThat(50 + chart.limit(0)).isCloseTo(52.5884, within(5e-5));
        assertThat(50 - chart.limit(19)).isCloseTo(47.4115, within(1.5e-4));
        assertThat(chart.alarms()).isEmpty();
    }

    @Test
    void exactLimitsWidenToTheAsymptoticOnes() {
        EwmaChart chart = EwmaChart.of(new double[200], STANDARD, EwmaChart.Settings.USUAL)
                .orElseThrow();
        // At first the statistic is 0.2 x with a deviation of 0.2.
        assertThat(chart.limit(0)).isCloseTo(0.6, within(1e-15));
        assertThat(chart.limit(199)).isCloseTo(1, within(1e-15));
        assertThat(chart.limit(1)).isCloseTo(3 * Math.sqrt(0.04 + 0.0256), within(1e-15));
    }

    @Test
    void ewmaChartSeesALastingShift() {
        double[] shifted = new double[60];
        Arrays.fill(shifted, 30, 60, 1.5);
        int[] alarms = EwmaChart.of(shifted, STANDARD, EwmaChart.Settings.USUAL)
                .orElseThrow()
                .alarms();
        // 1.5 (1 - 0.8^k) > 1 from the fifth shifted observation on.
        assertThat(alarms[0]).isEqualTo(34);
        assertThat(alarms).hasSize(26);
    }

    @Test
    void cusumChartGivesTheHandbooksExample() {
        CusumChart chart = CusumChart.of(
                        NIST_CUSUM,
                        new Baseline(325, 1),
                        new CusumChart.Settings(0.3175, 4.1959, CusumChart.AfterAlarm.CONTINUE))
                .orElseThrow();
        for (int t = 0; t < NIST_CUSUM.length; t++) {
            assertThat(chart.high(t)).as("high %d", t).isCloseTo(NIST_HIGH[t], within(0.0151));
            assertThat(chart.low(t)).as("low %d", t).isCloseTo(NIST_LOW[t], within(0.0151));
        }
        assertThat(chart.alarms()).hasSize(7);
        assertThat(chart.alarms().get(0)).isEqualTo(new CusumChart.Alarm(13, CusumChart.Direction.UP, 12));
    }

    @Test
    void cusumSeesAFallAndStartsAgainAfterIt() {
        double[] fallen = new double[40];
        Arrays.fill(fallen, 20, 40, -2);
        var alarms = CusumChart.of(fallen, STANDARD, CusumChart.Settings.USUAL)
                .orElseThrow()
                .alarms();
        // The lower sum grows by 1.5: 1.5, 3, 4.5, 6 > 5 at the fourth, then from zero again.
        assertThat(alarms).extracting(CusumChart.Alarm::index).containsExactly(23, 27, 31, 35, 39);
        assertThat(alarms).extracting(CusumChart.Alarm::since).containsExactly(20, 24, 28, 32, 36);
        assertThat(alarms).allMatch(alarm -> alarm.direction() == CusumChart.Direction.DOWN);
    }

    @Test
    void seriesInControlRarelyAlarms() {
        SplittableRandom random = new SplittableRandom(9);
        double[] calm = new double[10_000];
        for (int i = 0; i < calm.length; i++) {
            calm[i] = Math.sqrt(-2 * Math.log1p(-random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
        }
        // Average run lengths in control: 560 for the EWMA chart at these settings, 465 for the two-sided CUSUM
        // (Montgomery).
        assertThat(CusumChart.of(calm, STANDARD, CusumChart.Settings.USUAL)
                        .orElseThrow()
                        .alarms())
                .hasSizeBetween(8, 40);
        assertThat(EwmaChart.of(calm, STANDARD, EwmaChart.Settings.USUAL)
                        .orElseThrow()
                        .alarms())
                .hasSizeBetween(8, 60);
    }

    @Test
    void baselineOfMeanAndOfMedian() {
        double[] withOutlier = {1, 2, 3, 4, 100};
        assertThat(Baseline.ofMean(withOutlier).orElseThrow().centre()).isEqualTo(22);
        Baseline robust = Baseline.ofMedian(withOutlier).orElseThrow();
        assertThat(robust.centre()).isEqualTo(3);
        assertThat(robust.deviation()).isCloseTo(1.482602218505602, within(1e-15));
    }

    @Test
    void saysWhyThereIsNoBaseline() {
        assertThat(Baseline.ofMean(new double[] {5, 5, 5}))
                .isEqualTo(new Baseline.Estimate.Unavailable(Reason.NO_VARIATION));
        assertThat(Baseline.ofMedian(new double[] {5, 5, 5, 9}))
                .isEqualTo(new Baseline.Estimate.Unavailable(Reason.NO_VARIATION));
        assertThat(Baseline.ofMean(new double[] {5}))
                .isEqualTo(new Baseline.Estimate.Unavailable(Reason.TOO_FEW_OBSERVATIONS));
        assertThat(Baseline.ofMedian(new double[0]))
                .isEqualTo(new Baseline.Estimate.Unavailable(Reason.NO_OBSERVATIONS));
        assertThat(Baseline.ofMean(new double[] {1, Double.NaN}))
                .isEqualTo(new Baseline.Estimate.Unavailable(Reason.NOT_FINITE));
    }

    @Test
    void saysWhyThereIsNoChart() {
        double[] poisoned = {1, Double.NEGATIVE_INFINITY};
        assertThat(EwmaChart.of(poisoned, STANDARD, EwmaChart.Settings.USUAL))
                .isEqualTo(new EwmaChart.Answer.Unavailable(Reason.NOT_FINITE));
        assertThat(CusumChart.of(poisoned, STANDARD, CusumChart.Settings.USUAL))
                .isEqualTo(new CusumChart.Answer.Unavailable(Reason.NOT_FINITE));
        assertThat(EwmaChart.of(new double[0], STANDARD, EwmaChart.Settings.USUAL))
                .isEqualTo(new EwmaChart.Answer.Unavailable(Reason.NO_OBSERVATIONS));
        assertThat(CusumChart.of(new double[0], STANDARD, CusumChart.Settings.USUAL))
                .isEqualTo(new CusumChart.Answer.Unavailable(Reason.NO_OBSERVATIONS));
        assertThat(CusumChart.of(
                        new double[] {1e308, 1e308},
                        STANDARD,
                        new CusumChart.Settings(0.5, 5, CusumChart.AfterAlarm.CONTINUE)))
                .isEqualTo(new CusumChart.Answer.Unavailable(Reason.OUT_OF_RANGE));
    }

    @Test
    void refusesSettingsOutOfTheirRange() {
        assertThatThrownBy(() -> new Baseline(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EwmaChart.Settings(0, 3, EwmaChart.Limits.EXACT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CusumChart.Settings(-1, 3, CusumChart.AfterAlarm.RESTART))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
