package io.quantumleap.analytics.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.measure.Annualisation;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;
import org.junit.jupiter.api.Test;

class BenchmarkReportTest {

    private static final BenchmarkConventions MONTHLY = BenchmarkConventions.usual(PeriodsPerYear.MONTHLY);

    /** By hand: means 0.02 and 0.01; products of deviations 0.0009, squares 0.0006 of the benchmark and 0.0014. */
    private static final double[] SERIES = {0.03, -0.01, 0.04, 0.02};

    private static final double[] BENCH = {0.02, -0.01, 0.02, 0.01};

    @Test
    void measuresFourMonthsByHand() {
        BenchmarkReport report = BenchmarkReport.of(SERIES, BENCH, MONTHLY);
        double beta = 0.0009 / 0.0006;
        double alpha = 0.02 - beta * 0.01;
        assertClose(report.beta(), beta);
        assertClose(report.alphaPerPeriod(), alpha);
        assertClose(report.alpha(), Math.pow(1 + alpha, 12) - 1);
        assertClose(report.correlation(), 0.0009 / Math.sqrt(0.0006 * 0.0014));
        assertClose(report.rSquared(), 0.0009 * 0.0009 / (0.0006 * 0.0014));
        // Active returns 0.01, 0, 0.02, 0.01: mean 0.01, squares 0.0002.
        assertClose(report.trackingError(), Math.sqrt(0.0002 / 3 * 12));
        assertClose(report.informationRatio(), 0.01 / Math.sqrt(0.0002 / 3) * Math.sqrt(12));
    }

    @Test
    void conventionsChangeAlpha() {
        double alpha = 0.02 - 0.005 - 1.5 * (0.01 - 0.005);
        BenchmarkConventions conventions =
                MONTHLY.withRiskFreeRate(0.005).withAlphaAnnualisation(Annualisation.ARITHMETIC);
        assertClose(BenchmarkReport.of(SERIES, BENCH, conventions).alpha(), alpha * 12);
    }

    @Test
    void aSeriesAgainstItselfHasNoActiveRisk() {
        BenchmarkReport report = BenchmarkReport.of(SERIES, SERIES, MONTHLY);
        assertClose(report.beta(), 1);
        assertClose(report.correlation(), 1);
        assertThat(report.alphaPerPeriod().orElseThrow()).isCloseTo(0, within(1e-17));
        assertThat(report.trackingError()).isEqualTo(Measure.of(0));
        assertThat(report.informationRatio()).isEqualTo(Measure.unavailable(Reason.NO_VARIATION));
    }

    @Test
    void aConstantBenchmarkExplainsNothing() {
        BenchmarkReport report = BenchmarkReport.of(SERIES, new double[] {0.1, 0.1, 0.1, 0.1}, MONTHLY);
        assertThat(report.beta()).isEqualTo(Measure.unavailable(Reason.NO_VARIATION));
        assertThat(report.alpha()).isEqualTo(Measure.unavailable(Reason.NO_VARIATION));
        assertThat(report.correlation()).isEqualTo(Measure.unavailable(Reason.NO_VARIATION));
        assertThat(report.trackingError().available()).isTrue();
    }

    @Test
    void missingAndBadPointsHaveReasons() {
        assertThat(BenchmarkReport.of(new double[0], new double[0], MONTHLY).beta())
                .isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
        assertThat(BenchmarkReport.of(new double[1], new double[1], MONTHLY).correlation())
                .isEqualTo(Measure.unavailable(Reason.TOO_FEW_OBSERVATIONS));
        for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
            BenchmarkReport report = BenchmarkReport.of(SERIES, new double[] {0.1, bad, 0.1, 0.2}, MONTHLY);
            assertThat(report.beta()).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
            assertThat(report.trackingError()).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        }
        assertThatThrownBy(() -> BenchmarkReport.of(new double[1], new double[2], MONTHLY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertClose(Measure measure, double expected) {
        assertThat(measure.orElseThrow()).isCloseTo(expected, within(1e-14));
    }
}
