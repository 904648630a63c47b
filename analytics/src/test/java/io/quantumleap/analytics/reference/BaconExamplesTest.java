package io.quantumleap.analytics.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quantumleap.analytics.benchmark.RelativeRatios;
import io.quantumleap.analytics.drawdown.Drawdowns;
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
    private double[] portfolio = {};

    @TestFactory
    Stream<DynamicTest> agreesWithTheBook() throws IOException {
        measure(
                ReferenceFiles.column("in_bacon_monthly.csv", "ret"),
                ReferenceFiles.column("in_bacon_monthly.csv", "bench"),
                Arrays.copyOf(ReferenceFiles.column("in_managers_ham1_monthly.csv", "ret"), 12));
        List<?> rows = (List<?>) ReferenceFiles.json("bacon_published.json").get("rows");
        return rows.stream()
                .map(ReferenceFiles::object)
                .filter(row -> Boolean.TRUE.equals(row.get("agrees")))
                .map(row -> dynamicTest(String.valueOf(row.get("metric")), () -> compare(row)));
    }

    private void compare(Map<String, Object> row) {
        String metric = String.valueOf(row.get("metric"));
        assertThat(measured).as("every example of the book is measured").containsKey(metric);
        double actual = measured.get(metric).orElseThrow();
        double recomputed = (double) row.get("recomputed");
        if (!metric.startsWith("BurkeRatio")) {
            // The peer adds up the returns of a run with a hundredth of each squared; the book has the plain sum.
            assertThat(actual).isCloseTo(recomputed, within(1e-10 * Math.abs(recomputed) + 1e-14));
        }
        assertThat(actual).isCloseTo((double) row.get("published"), within(0.025 * Math.abs(recomputed) + 0.0005));
    }

    private void measure(double[] p, double[] b, double[] h) {
        portfolio = p;
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
        double n = p.length;
        measured.put(
                "kurtosis(p,method=\"sample\")",
                moments.sampleExcessKurtosis().map(excess -> excess + 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3))));
        double[] runs = Drawdowns.losingRuns(p);
        measured.put("BurkeRatio(p)", Ratios.burke(growth, runs));
        measured.put("BurkeRatio(p,modified=TRUE)", Ratios.modifiedBurke(growth, runs, p.length));
        measured.put("VolatilitySkewness(p,MAR,stat=\"volatility\")", mar.volatilitySkewness());
        measured.put("VolatilitySkewness(p,MAR,stat=\"variability\")", mar.variabilitySkewness());
        measured.put("NetSelectivity(p,b)", RelativeRatios.netSelectivity(growth, benchGrowth, 0, together));
        measured.put(
                "SFM.epsilon(p,b)",
                RelativeRatios.jensenAlpha(growth, benchGrowth, 0, together.beta())
                        .map(alpha ->
                                alpha - (together.meanX() - together.beta().orElseThrow() * together.meanY())));
        againstTheMinimum(growth, mar, PartialMoments.of(b, MAR), zero);
    }

    private void againstTheMinimum(Measure growth, PartialMoments own, PartialMoments bench, PartialMoments zero) {
        double factor = PeriodsPerYear.MONTHLY.dispersionFactor();
        Measure deviation = own.downsideDeviation(DownsideDivisor.ALL_OBSERVATIONS);
        Measure ownPerYear = deviation.map(x -> x * factor);
        Measure benchPerYear =
                bench.downsideDeviation(DownsideDivisor.ALL_OBSERVATIONS).map(x -> x * factor);
        Measure sortino = own.sortino(DownsideDivisor.ALL_OBSERVATIONS, PeriodsPerYear.YEARLY);
        measured.put("M2Sortino(p,b,MAR)", RelativeRatios.modiglianiSortino(growth, sortino, ownPerYear, benchPerYear));
        measured.put("OmegaExcessReturn(p,b,MAR)", RelativeRatios.omegaExcess(growth, ownPerYear, benchPerYear));
        // The documented ratio takes the minimum off the sum of all months, not off their mean.
        double weighted = zero.gains() - 2.25 * zero.losses() - 0.05;
        PartialMoments five = PartialMoments.of(portfolio, 0.05);
        measured.put(
                "ProspectRatio(p,0.05)",
                five.downsideDeviation(DownsideDivisor.ALL_OBSERVATIONS)
                        .map(loss -> weighted / (loss * portfolio.length)));
    }
}
