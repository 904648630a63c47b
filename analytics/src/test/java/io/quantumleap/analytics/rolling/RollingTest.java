package io.quantumleap.analytics.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.benchmark.BenchmarkConventions;
import io.quantumleap.analytics.benchmark.BenchmarkReport;
import io.quantumleap.analytics.benchmark.Capture;
import io.quantumleap.analytics.benchmark.CaptureMethod;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.risk.DownsideDivisor;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.risk.RiskReport;
import io.quantumleap.analytics.risk.ShortfallMethod;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RollingTest {

    private static final RiskConventions DAILY =
            RiskConventions.usual(PeriodsPerYear.DAILY).withRiskFreeRate(0.0001).withTarget(0.0002);
    private static final BenchmarkConventions AGAINST =
            BenchmarkConventions.usual(PeriodsPerYear.DAILY).withRiskFreeRate(0.0001);

    /** Every window equals the same measure of its observations alone. */
    @Property(tries = 150)
    void everyWindowIsMeasuredAsIfAlone(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 120) int n,
            @ForAll @IntRange(min = 1, max = 40) int window) {
        Random random = new Random(seed);
        double[] returns =
                random.doubles(n).map(x -> Math.rint(40 * (x - 0.48)) / 1000).toArray();
        double[] bench = random.doubles(n).map(x -> (x - 0.48) / 25).toArray();
        compare(RollingDispersion.volatility(returns, window, DAILY), returns, window, r -> r.volatility());
        compare(RollingDispersion.sharpe(returns, window, DAILY), returns, window, r -> r.sharpe());
        compare(RollingDownside.deviation(returns, window, DAILY), returns, window, r -> r.downsideDeviation());
        compare(RollingDownside.sortino(returns, window, DAILY), returns, window, r -> r.sortino());
        compare(RollingGrowth.cumulativeReturn(returns, window), returns, window, r -> r.cumulativeReturn());
        compare(
                RollingGrowth.compoundAnnualGrowthRate(returns, window, PeriodsPerYear.DAILY),
                returns,
                window,
                r -> r.compoundAnnualGrowthRate());
        compare(RollingGrowth.maximumDrawdown(returns, window), returns, window, r -> r.drawdowns()
                .maximum());
        compare(RollingGrowth.calmar(returns, window, PeriodsPerYear.DAILY), returns, window, r -> r.calmar());
        compare(RollingUnderwater.ulcerIndex(returns, window), returns, window, r -> r.drawdowns()
                .ulcerIndex());
        compare(RollingMoments.skewness(returns, window), returns, window, r -> r.skewness());
        compare(RollingMoments.excessKurtosis(returns, window), returns, window, r -> r.excessKurtosis());
        compare(RollingDownside.omega(returns, window, DAILY), returns, window, r -> r.omega());
        compare(RollingTail.valueAtRisk(returns, window, DAILY), returns, window, r -> r.valueAtRisk());
        compare(RollingTail.expectedShortfall(returns, window, DAILY), returns, window, r -> r.expectedShortfall());
        against(
                RollingBenchmark.informationRatio(returns, bench, window, AGAINST),
                returns,
                bench,
                window,
                r -> r.informationRatio());
        against(RollingBenchmark.beta(returns, bench, window), returns, bench, window, r -> r.beta());
        against(RollingBenchmark.alpha(returns, bench, window, AGAINST), returns, bench, window, r -> r.alpha());
        against(RollingBenchmark.correlation(returns, bench, window), returns, bench, window, r -> r.correlation());
        against(
                RollingBenchmark.trackingError(returns, bench, window, AGAINST),
                returns,
                bench,
                window,
                r -> r.trackingError());
    }

    @Property(tries = 60)
    void everyMethodOfShortfallAndCaptureIsMeasuredAsIfAlone(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 90) int n,
            @ForAll @IntRange(min = 1, max = 40) int window) {
        Random random = new Random(seed);
        double[] returns =
                random.doubles(n).map(x -> Math.rint(40 * (x - 0.48)) / 1000).toArray();
        double[] bench =
                random.doubles(n).map(x -> Math.rint(40 * (x - 0.48)) / 1000).toArray();
        for (ShortfallMethod method : ShortfallMethod.values()) {
            RiskConventions conventions = DAILY.withShortfallMethod(method).withConfidence(0.85);
            compare(RollingTail.expectedShortfall(returns, window, conventions), n, window, from -> RiskReport.of(
                            Arrays.copyOfRange(returns, from, from + window), conventions)
                    .expectedShortfall());
        }
        for (CaptureMethod method : CaptureMethod.values()) {
            Function<Integer, Capture> alone = from -> Capture.of(
                    Arrays.copyOfRange(returns, from, from + window),
                    Arrays.copyOfRange(bench, from, from + window),
                    method,
                    PeriodsPerYear.MONTHLY);
            compare(
                    RollingCapture.up(returns, bench, window, method, PeriodsPerYear.MONTHLY),
                    n,
                    window,
                    from -> alone.apply(from).up());
            compare(
                    RollingCapture.down(returns, bench, window, method, PeriodsPerYear.MONTHLY),
                    n,
                    window,
                    from -> alone.apply(from).down());
        }
    }

    private static void compare(
            RollingSeries rolling, double[] returns, int window, Function<RiskReport, Measure> measure) {
        compare(
                rolling,
                returns.length,
                window,
                from -> measure.apply(RiskReport.of(Arrays.copyOfRange(returns, from, from + window), DAILY)));
    }

    private static void against(
            RollingSeries rolling, double[] x, double[] y, int window, Function<BenchmarkReport, Measure> measure) {
        compare(
                rolling,
                x.length,
                window,
                from -> measure.apply(BenchmarkReport.of(
                        Arrays.copyOfRange(x, from, from + window),
                        Arrays.copyOfRange(y, from, from + window),
                        AGAINST)));
    }

    private static void compare(RollingSeries rolling, int n, int window, Function<Integer, Measure> alone) {
        assertThat(rolling.size()).isEqualTo(Math.max(0, n - window + 1));
        for (int position = 0; position < rolling.size(); position++) {
            Measure expected = alone.apply(position);
            if (expected instanceof Measure.Value value) {
                double tolerance = 1e-9 * Math.max(1, Math.abs(value.number()));
                assertThat(rolling.at(position).orElseThrow()).isCloseTo(value.number(), within(tolerance));
            } else {
                assertThat(rolling.at(position)).isEqualTo(expected);
            }
        }
    }

    @Test
    void aQuietStretchBesideAWildOneKeepsItsDigits() {
        double[] returns = new double[200];
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            returns[i] = i < 100 ? 1e-9 * random.nextGaussian() : 50 + random.nextGaussian();
        }
        RollingSeries sharpe = RollingDispersion.sharpe(returns, 50, DAILY);
        for (int position = 0; position < sharpe.size(); position++) {
            double alone = RiskReport.of(Arrays.copyOfRange(returns, position, position + 50), DAILY)
                    .sharpe()
                    .orElseThrow();
            assertThat(sharpe.at(position).orElseThrow()).isCloseTo(alone, within(1e-7 * Math.abs(alone)));
        }
    }

    /** Sums that outlive an outlier, or wealth that grows a millionfold, must not leave their rounding behind. */
    @Test
    void outliersLeaveNoTraceInLaterWindows() {
        Random random = new Random(9);
        double[] returns = random.doubles(300).map(x -> (x - 0.5) / 50).toArray();
        returns[60] = 1e7;
        returns[61] = -0.999999;
        returns[140] = 40;
        compare(RollingTail.expectedShortfall(returns, 25, DAILY), returns, 25, r -> r.expectedShortfall());
        compare(RollingMoments.excessKurtosis(returns, 25), returns, 25, r -> r.excessKurtosis());
        compare(RollingUnderwater.ulcerIndex(returns, 25), returns, 25, r -> r.drawdowns()
                .ulcerIndex());
        assertThat(RollingTail.valueAtRisk(returns, 25, DAILY).at(80).orElseThrow())
                .isEqualTo(RiskReport.of(Arrays.copyOfRange(returns, 80, 105), DAILY)
                        .valueAtRisk()
                        .orElseThrow());
    }

    @Test
    void findsTheBestAndTheWorstWindow() {
        RollingSeries twoMonths = RollingGrowth.cumulativeReturn(new double[] {0.1, -0.2, -0.1, 0.3, 0.2}, 2);
        assertThat(twoMonths.lowest()).hasValue(1);
        assertThat(twoMonths.highest()).hasValue(3);
        assertThat(twoMonths.end(3)).isEqualTo(4);
        assertThat(twoMonths.window()).isEqualTo(2);
        assertThat(twoMonths.at(1).orElseThrow()).isCloseTo(0.8 * 0.9 - 1, within(1e-15));
    }

    @Test
    void badInputLeavesItAllUndefinedWithItsReason() {
        double[] bad = {0.1, Double.NaN, 0.2, 0.1};
        assertThat(RollingDispersion.sharpe(bad, 2, DAILY).at(2)).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        assertThat(RollingDownside.sortino(bad, 2, DAILY).at(2)).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        assertThat(RollingGrowth.maximumDrawdown(bad, 2).at(0)).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        assertThat(RollingBenchmark.beta(bad, bad, 2).at(0)).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        assertThat(RollingGrowth.cumulativeReturn(new double[] {0.1, -1.1}, 1).at(0))
                .isEqualTo(Measure.unavailable(Reason.BELOW_TOTAL_LOSS));
        assertThat(RollingMoments.skewness(bad, 2).at(0)).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        assertThat(RollingTail.valueAtRisk(bad, 2, DAILY).at(2)).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        assertThat(RollingUnderwater.ulcerIndex(bad, 2).at(2)).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        assertThat(RollingUnderwater.ulcerIndex(new double[] {0.1, -1, 0.1}, 2).at(0))
                .isEqualTo(Measure.unavailable(Reason.TOTAL_LOSS));
        assertThat(RollingGrowth.calmar(bad, 2, PeriodsPerYear.DAILY).at(0))
                .isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        assertThat(RollingCapture.up(bad, bad, 2, CaptureMethod.ARITHMETIC, PeriodsPerYear.DAILY)
                        .at(0))
                .isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        double[] ruined = {0.1, -1.1};
        assertThat(RollingCapture.up(ruined, ruined, 1, CaptureMethod.GEOMETRIC, PeriodsPerYear.DAILY)
                        .at(0))
                .isEqualTo(Measure.unavailable(Reason.BELOW_TOTAL_LOSS));
        assertThat(RollingDispersion.sharpe(bad, 2, DAILY).lowest()).isEmpty();
        assertThat(RollingDispersion.sharpe(bad, 2, DAILY).highest()).isEmpty();
        assertThat(RollingDispersion.mean(bad, 2).values(-7)).containsOnly(-7);
    }

    @Test
    void theSubsetDivisorCountsEachWindowsOwnShortfalls() {
        RiskConventions subset = RiskConventions.usual(PeriodsPerYear.YEARLY)
                .withDownsideDivisor(DownsideDivisor.OBSERVATIONS_BELOW_TARGET);
        RollingSeries deviation = RollingDownside.deviation(new double[] {0.1, -0.2, 0.1, 0.1}, 2, subset);
        assertThat(deviation.at(0).orElseThrow()).isCloseTo(0.2, within(1e-15));
        assertThat(deviation.at(2)).isEqualTo(Measure.unavailable(Reason.NO_DOWNSIDE));
    }

    @Test
    void aTotalLossStaysInItsWindows() {
        RollingSeries total = RollingGrowth.cumulativeReturn(new double[] {0.1, -1, 0.1, 0.1}, 2);
        assertThat(total.at(0)).isEqualTo(Measure.of(-1));
        assertThat(total.at(1)).isEqualTo(Measure.of(-1));
        assertThat(total.at(2).orElseThrow()).isCloseTo(0.21, within(1e-15));
        assertThat(RollingGrowth.maximumDrawdown(new double[] {0.1, -1, 0.1}, 2).at(1))
                .isEqualTo(Measure.of(-1));
    }

    @Test
    void aWindowLongerThanTheSeriesHasNoPosition() {
        assertThat(RollingDispersion.sharpe(new double[3], 4, DAILY).size()).isZero();
        assertThatThrownBy(() -> RollingDispersion.sharpe(new double[3], 0, DAILY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
