package io.quantumleap.analytics.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReturnsTest {

    @Test
    void compoundsByHand() {
        assertThat(Returns.cumulative(new double[] {0.5, -0.5, 0.25})).isEqualTo(Measure.of(-0.0625));
    }

    @Test
    void doublingInTwoYearsOfMonthsGrowsBySquareRootOfTwo() {
        double[] months = new double[24];
        months[3] = 1;
        assertThat(Returns.compoundAnnualGrowthRate(months, PeriodsPerYear.MONTHLY)
                        .orElseThrow())
                .isCloseTo(Math.sqrt(2) - 1, within(1e-15));
        assertThat(Returns.annualisedOverDays(Measure.of(1), 730).orElseThrow())
                .isCloseTo(Math.pow(2, 365.25 / 730) - 1, within(1e-15));
    }

    @Test
    void totalLossIsALossOfAllAndGrowsByMinusOne() {
        double[] lost = {0.1, -1, 0.3};
        assertThat(Returns.cumulative(lost)).isEqualTo(Measure.of(-1));
        assertThat(Returns.compoundAnnualGrowthRate(lost, PeriodsPerYear.DAILY)).isEqualTo(Measure.of(-1));
        assertThat(Returns.cumulativeLog(lost)).isEqualTo(Measure.unavailable(Reason.TOTAL_LOSS));
    }

    @Test
    void worseThanTotalLossCannotBeCompounded() {
        assertThat(Returns.cumulative(new double[] {0.1, -1.5, -1.5}))
                .isEqualTo(Measure.unavailable(Reason.BELOW_TOTAL_LOSS));
    }

    @Test
    void notFiniteAndMissingInputHaveReasons() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(Returns.cumulative(new double[] {0.1, bad})).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
            assertThat(Returns.arithmeticTotal(new double[] {bad})).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        }
        assertThat(Returns.cumulative(new double[0])).isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
        assertThat(Returns.compoundAnnualGrowthRate(new double[0], PeriodsPerYear.DAILY))
                .isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
        double[] huge = new double[400];
        Arrays.fill(huge, 9);
        assertThat(Returns.cumulative(huge)).isEqualTo(Measure.unavailable(Reason.OUT_OF_RANGE));
    }

    @Test
    void aMillionMillionthsAddUp() {
        double[] tiny = new double[1_000_000];
        Arrays.fill(tiny, 1e-6);
        assertThat(Returns.arithmeticTotal(tiny)).isEqualTo(Measure.of(1));
        assertThat(Returns.cumulative(tiny).orElseThrow()).isCloseTo(Math.expm1(1e6 * Math.log1p(1e-6)), within(1e-15));
        assertThat(Returns.cumulativeLog(tiny).orElseThrow()).isCloseTo(1e6 * Math.log1p(1e-6), within(1e-15));
    }

    @Test
    void simpleAndLogReturnsConvertBack() {
        double[] simple = {0.1, -0.05, 0, 1e-12};
        assertThat(Returns.toLog(new double[] {Math.E - 1})[0]).isCloseTo(1, within(1e-15));
        assertThat(Returns.toSimple(Returns.toLog(simple))).containsExactly(simple, within(1e-16));
        assertThatThrownBy(() -> Returns.toLog(new double[] {-1})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Returns.toLog(new double[] {Double.NaN})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void excessNeedsSeriesOfOneLength() {
        assertThat(Returns.excess(new double[] {0.5, 0.25}, new double[] {0.25, 0.5}))
                .containsExactly(0.25, -0.25);
        assertThatThrownBy(() -> Returns.excess(new double[1], new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
