package io.quantumleap.analytics.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quantumleap.analytics.benchmark.RelativeRatios;
import io.quantumleap.analytics.measure.CoMoments;
import io.quantumleap.analytics.measure.Estimator;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Moments;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.returns.Returns;
import io.quantumleap.analytics.risk.DownsideDivisor;
import io.quantumleap.analytics.risk.PartialMoments;
import io.quantumleap.analytics.risk.Ratios;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.risk.RiskReport;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples of Bacon's book: to the digits published, and to what a peer recomputes where the two agree. */
class BaconExamplesTest {

    private static final double MAR = 0.005;

    private final Map<String, Measure> measured = new LinkedHashMap<>();

    @TestFactory
    Stream<DynamicTest> agreesWithTheBook() throws IOException {
        measure(
                ReferenceFiles.column("in_bacon_monthly.csv", "ret"),
                ReferenceFiles.column("in_bacon_monthly.csv", "bench"),
                Arrays.copyOf(ReferenceFiles.column("in_managers_ham1_monthly.csv", "ret"), 12));
        List<?> rows = (List<?>) ReferenceFiles.json("bacon_published.json").get("rows");
        return rows.stream()
                .map(ReferenceFiles::object)
                .filter(row -> measured.containsKey(String.valueOf(row.get("metric"))))
                .filter(row -> Boolean.TRUE.equals(row.get("agrees")))
                .map(row -> dynamicTest(String.valueOf(row.get("metric")), () -> compare(row)));
    }

    private void compare(Map<String, Object> row) {
        double actual = measured.get(String.valueOf(row.get("metric"))).orElseThrow();
        double recomputed = (double) row.get("recomputed");
        assertThat(actual).isCloseTo(recomputed, within(1e-10 * Math.abs(recomputed) + 1e-14));
        assertThat(actual).isCloseTo((double) row.get("published"), within(0.025 * Math.abs(recomputed) + 0.0005));
    }

    private void measure(double[] p, double[] b, double[] h) {
        PeriodsPerYear periods = PeriodsPerYear.MONTHLY;
        PartialMoments zero = PartialMoments.of(p, 0);
        PartialMoments mar = PartialMoments.of(p, MAR);
        PartialMoments other = PartialMoments.of(h, 0);
        RiskReport report = RiskReport.of(p, RiskConventions.usual(periods));
        Measure growth = report.compoundAnnualGrowthRate();
        Measure benchGrowth = Returns.compoundAnnualGrowthRate(b, periods);
        CoMoments together = CoMoments.of(p, b);
        Moments moments = Moments.of(p);
        measured.put("BernardoLedoitRatio(p)", zero.omega());
        measured.put("BernardoLedoitRatio(h)", other.omega());
        measured.put("SFM.jensenAlpha(p,b)", RelativeRatios.jensenAlpha(growth, benchGrowth, 0, together.beta()));
        measured.put("Selectivity(p,b)", RelativeRatios.jensenAlpha(growth, benchGrowth, 0, together.beta()));
        measured.put("DRatio(p)", Ratios.dRatio(zero));
        measured.put("DRatio(h)", Ratios.dRatio(other));
        measured.put("DownsideDeviation(p,MAR)", mar.downsideDeviation(DownsideDivisor.ALL_OBSERVATIONS));
        measured.put("DownsidePotential(p,MAR)", mar.downsidePotential());
        measured.put("DownsideFrequency(p,MAR)", mar.downsideFrequency());
        measured.put("FamaBeta(p,b)", RelativeRatios.famaBeta(together));
        measured.put("Kappa(p,MAR,2)", Ratios.kappa(p, MAR, 2));
        measured.put("Kappa(h,0,2)", Ratios.kappa(h, 0, 2));
        measured.put("MSquared(p,b)", RelativeRatios.modiglianiSquared(growth, 0, together));
        measured.put("MartinRatio(p)", Ratios.martin(growth, report.drawdowns().ulcerIndex()));
        measured.put("MeanAbsoluteDeviation(p)", Ratios.meanAbsoluteDeviation(p));
        measured.put("OmegaSharpeRatio(p,MAR)", mar.omega().map(omega -> omega - 1));
        measured.put("OmegaSharpeRatio(h,0)", Ratios.gainToPain(other));
        measured.put("PainIndex(p)", report.drawdowns().painIndex());
        measured.put("SkewnessKurtosisRatio(p)", Ratios.skewnessKurtosis(moments));
        measured.put("SpecificRisk(p,b)", RelativeRatios.specificRisk(together, Estimator.POPULATION, periods));
        measured.put("SystematicRisk(p,b)", RelativeRatios.systematicRisk(together, Estimator.SAMPLE, periods));
        measured.put("UpsideFrequency(p,MAR)", mar.upsideFrequency());
        measured.put("UpsideRisk(p,MAR,stat=\"risk\")", mar.upsideDeviation());
        measured.put("UpsideRisk(p,MAR,stat=\"potential\")", mar.upsidePotential());
        measured.put("kurtosis(p,method=\"sample_excess\")", moments.sampleExcessKurtosis());
    }
}
