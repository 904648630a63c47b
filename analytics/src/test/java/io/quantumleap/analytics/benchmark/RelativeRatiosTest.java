package io.quantumleap.analytics.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.measure.CoMoments;
import io.quantumleap.analytics.measure.Estimator;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;
import org.junit.jupiter.api.Test;

class RelativeRatiosTest {

    private static final PeriodsPerYear MONTHLY = PeriodsPerYear.MONTHLY;
    private static final double[] SERIES = {0.03, -0.01, 0.04, 0.02};
    private static final double[] BENCH = {0.02, -0.01, 0.02, 0.01};

    /** Squares 0.0014 and 0.0006, products 0.0009: beta 1.5. */
    private final CoMoments together = CoMoments.of(SERIES, BENCH);

    @Test
    void ratiosOfGrowthByHand() {
        Measure growth = Measure.of(0.12);
        Measure other = Measure.of(0.07);
        assertClose(RelativeRatios.treynor(growth, 0.03, together.beta()), 0.09 / 1.5);
        assertClose(RelativeRatios.modiglianiSquared(growth, 0.03, together), 0.03 + 0.09 * Math.sqrt(0.0006 / 0.0014));
        assertClose(RelativeRatios.jensenAlpha(growth, other, 0.03, together.beta()), 0.09 - 1.5 * 0.04);
        assertClose(RelativeRatios.activePremium(growth, other), 0.05);
        assertClose(RelativeRatios.famaBeta(together), Math.sqrt(0.0014 / 0.0006));
    }

    @Test
    void systematicAndSpecificRiskMakeUpTheVariance() {
        double systematic = RelativeRatios.systematicRisk(together, Estimator.SAMPLE, MONTHLY)
                .orElseThrow();
        double specific =
                RelativeRatios.specificRisk(together, Estimator.SAMPLE, MONTHLY).orElseThrow();
        assertThat(systematic).isCloseTo(1.5 * Math.sqrt(0.0006 / 3 * 12), within(1e-15));
        assertThat(systematic * systematic + specific * specific).isCloseTo(0.0014 / 3 * 12, within(1e-15));
    }

    @Test
    void capturesByHand() {
        Capture sums = Capture.of(SERIES, BENCH, CaptureMethod.ARITHMETIC, MONTHLY);
        assertClose(sums.up(), 0.09 / 0.05);
        assertClose(sums.down(), 1);
        assertClose(sums.ratio(), 1.8);
        Capture compounds = Capture.of(SERIES, BENCH, CaptureMethod.CUMULATIVE, MONTHLY);
        assertClose(compounds.up(), (1.03 * 1.04 * 1.02 - 1) / (1.02 * 1.02 * 1.01 - 1));
        Capture yearly = Capture.of(SERIES, BENCH, CaptureMethod.GEOMETRIC, MONTHLY);
        assertClose(yearly.up(), (Math.pow(1.03 * 1.04 * 1.02, 4) - 1) / (Math.pow(1.02 * 1.02 * 1.01, 4) - 1));
    }

    @Test
    void ratiosOfDownsideByHand() {
        Measure growth = Measure.of(0.12);
        assertClose(RelativeRatios.modiglianiSortino(growth, Measure.of(1.5), Measure.of(0.08), Measure.of(0.1)), 0.15);
        assertClose(RelativeRatios.omegaExcess(growth, Measure.of(0.1), Measure.of(0.2)), 0.06);
        assertClose(
                RelativeRatios.netSelectivity(growth, Measure.of(0.07), 0.03, together),
                0.09 - Math.sqrt(0.0014 / 0.0006) * 0.04);
        Measure none = Measure.unavailable(Reason.NO_OBSERVATIONS);
        assertThat(RelativeRatios.modiglianiSortino(growth, none, growth, growth))
                .isEqualTo(none);
        assertThat(RelativeRatios.modiglianiSortino(growth, growth, growth, none))
                .isEqualTo(none);
        assertThat(RelativeRatios.omegaExcess(growth, none, growth)).isEqualTo(none);
        assertThat(RelativeRatios.omegaExcess(growth, growth, none)).isEqualTo(none);
        assertThat(RelativeRatios.omegaExcess(none, growth, growth)).isEqualTo(none);
    }

    @Test
    void battingAverageByHand() {
        assertClose(RelativeRatios.battingAverage(SERIES, BENCH), 0.75);
        assertThat(RelativeRatios.battingAverage(new double[0], new double[0]))
                .isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
    }

    @Test
    void risingAndFallingPeriodsAreTakenApart() {
        assertThat(RelativeRatios.whenRising(SERIES, BENCH).count()).isEqualTo(3);
        assertThat(RelativeRatios.whenFalling(SERIES, BENCH).beta())
                .isEqualTo(Measure.unavailable(Reason.TOO_FEW_OBSERVATIONS));
    }

    @Test
    void whatCannotBeHadHasAReason() {
        Measure growth = Measure.of(0.12);
        CoMoments flat = CoMoments.of(SERIES, new double[4]);
        assertThat(RelativeRatios.treynor(growth, 0, flat.beta())).isEqualTo(Measure.unavailable(Reason.NO_VARIATION));
        assertThat(RelativeRatios.treynor(growth, 0, Measure.of(0)))
                .isEqualTo(Measure.unavailable(Reason.NO_VARIATION));
        assertThat(RelativeRatios.modiglianiSquared(growth, 0, flat))
                .isEqualTo(Measure.unavailable(Reason.NO_VARIATION));
        assertThat(RelativeRatios.famaBeta(flat)).isEqualTo(Measure.unavailable(Reason.NO_VARIATION));
        double[] bad = {0.1, Double.NaN, 0.1, -0.1};
        assertThat(Capture.of(SERIES, bad, CaptureMethod.GEOMETRIC, MONTHLY).up())
                .isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        assertThat(Capture.of(SERIES, new double[] {1, 1, 1, 1}, CaptureMethod.ARITHMETIC, MONTHLY)
                        .down())
                .isEqualTo(Measure.unavailable(Reason.NO_DOWNSIDE));
        assertThat(Capture.of(new double[0], new double[0], CaptureMethod.ARITHMETIC, MONTHLY)
                        .ratio())
                .isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
        assertThat(RelativeRatios.battingAverage(SERIES, bad)).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        assertThatThrownBy(() -> RelativeRatios.battingAverage(SERIES, new double[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertClose(Measure measure, double expected) {
        assertThat(measure.orElseThrow()).isCloseTo(expected, within(1e-14 * Math.max(1, Math.abs(expected))));
    }
}
