package io.quantumleap.analytics.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quantumleap.analytics.benchmark.BenchmarkConventions;
import io.quantumleap.analytics.benchmark.CaptureMethod;
import io.quantumleap.analytics.measure.CompensatedSum;
import io.quantumleap.analytics.measure.Estimator;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.risk.ShortfallMethod;
import io.quantumleap.analytics.rolling.RollingBenchmark;
import io.quantumleap.analytics.rolling.RollingCapture;
import io.quantumleap.analytics.rolling.RollingDispersion;
import io.quantumleap.analytics.rolling.RollingDownside;
import io.quantumleap.analytics.rolling.RollingGrowth;
import io.quantumleap.analytics.rolling.RollingMoments;
import io.quantumleap.analytics.rolling.RollingSeries;
import io.quantumleap.analytics.rolling.RollingTail;
import io.quantumleap.analytics.rolling.RollingUnderwater;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every rolling measure over three windows against pandas, numpy, scipy and statsmodels' rolling regression. */
class RollingReferenceTest {

    private static final PeriodsPerYear DAILY = PeriodsPerYear.DAILY;
    private static final RiskConventions USUAL = RiskConventions.usual(DAILY);
    private static final BenchmarkConventions AGAINST = BenchmarkConventions.usual(DAILY);
    private static final double RELATIVE = 1e-9;

    private final CommittedTable series = CommittedTable.read("series.csv");
    private final double[] r = series.column(1);
    private final double[] b = series.column(2);

    @TestFactory
    Stream<DynamicTest> agreesWithPandasAndStatsmodels() {
        return CommittedTable.read("rolling.csv").rows().stream()
                .map(row -> dynamicTest(row[0] + " over " + row[1], () -> compare(row)));
    }

    private void compare(String[] row) {
        RollingSeries rolled = measure(row[0], Integer.parseInt(row[1]));
        double[] values = rolled.values(Double.NaN);
        double[] actual = {
            values[0],
            values[values.length - 1],
            rolled.at(rolled.lowest().orElseThrow()).orElseThrow(),
            rolled.at(rolled.highest().orElseThrow()).orElseThrow(),
            CompensatedSum.of(values)
        };
        double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < actual.length; i++) {
            double expected = Double.parseDouble(row[i + 2]);
            // Values that cross zero, and their sum, are known no better than the series they belong to.
            double size = i < 4 ? Math.max(Math.abs(expected), largest * 1e-3) : Math.max(Math.abs(expected), largest);
            assertThat(actual[i]).isCloseTo(expected, within(RELATIVE * size));
        }
    }

    private RollingSeries measure(String name, int window) {
        return switch (name) {
            case "mean" -> RollingDispersion.mean(r, window);
            case "volatility" -> RollingDispersion.volatility(r, window, USUAL);
            case "volatility_population" ->
                RollingDispersion.volatility(r, window, USUAL.withEstimator(Estimator.POPULATION));
            case "sharpe" -> RollingDispersion.sharpe(r, window, USUAL);
            case "skewness" -> RollingMoments.skewness(r, window);
            case "excess_kurtosis" -> RollingMoments.excessKurtosis(r, window);
            case "downside_deviation" -> RollingDownside.deviation(r, window, USUAL);
            case "sortino" -> RollingDownside.sortino(r, window, USUAL);
            case "omega" -> RollingDownside.omega(r, window, USUAL);
            case "cumulative_return" -> RollingGrowth.cumulativeReturn(r, window);
            case "cagr" -> RollingGrowth.compoundAnnualGrowthRate(r, window, DAILY);
            case "max_drawdown" -> RollingGrowth.maximumDrawdown(r, window);
            case "calmar" -> RollingGrowth.calmar(r, window, DAILY);
            case "ulcer_index" -> RollingUnderwater.ulcerIndex(r, window);
            case "var_95" -> RollingTail.valueAtRisk(r, window, USUAL);
            case "expected_shortfall_95" -> RollingTail.expectedShortfall(r, window, USUAL);
            case "expected_shortfall_95_lowest" -> shortfall(window, ShortfallMethod.LOWEST_OBSERVATIONS);
            case "expected_shortfall_95_share" -> shortfall(window, ShortfallMethod.LOWEST_SHARE);
            default -> against(name, window);
        };
    }

    private RollingSeries shortfall(int window, ShortfallMethod method) {
        return RollingTail.expectedShortfall(r, window, USUAL.withShortfallMethod(method));
    }

    private RollingSeries against(String name, int window) {
        return switch (name) {
            case "beta" -> RollingBenchmark.beta(r, b, window);
            case "alpha" -> RollingBenchmark.alpha(r, b, window, AGAINST);
            case "correlation" -> RollingBenchmark.correlation(r, b, window);
            case "tracking_error" -> RollingBenchmark.trackingError(r, b, window, AGAINST);
            case "information_ratio" -> RollingBenchmark.informationRatio(r, b, window, AGAINST);
            case "up_capture" -> RollingCapture.up(r, b, window, CaptureMethod.GEOMETRIC, DAILY);
            case "down_capture" -> RollingCapture.down(r, b, window, CaptureMethod.GEOMETRIC, DAILY);
            case "up_capture_cumulative" -> RollingCapture.up(r, b, window, CaptureMethod.CUMULATIVE, DAILY);
            case "down_capture_cumulative" -> RollingCapture.down(r, b, window, CaptureMethod.CUMULATIVE, DAILY);
            default -> throw new AssertionError("Nothing is compared with " + name + ".");
        };
    }
}
