package io.quantumleap.analytics.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quantumleap.analytics.benchmark.BenchmarkConventions;
import io.quantumleap.analytics.benchmark.BenchmarkReport;
import io.quantumleap.analytics.benchmark.Capture;
import io.quantumleap.analytics.benchmark.CaptureMethod;
import io.quantumleap.analytics.drawdown.Drawdowns;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.returns.Returns;
import io.quantumleap.analytics.risk.PartialMoments;
import io.quantumleap.analytics.risk.Ratios;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.risk.RiskReport;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The published test rows of empyrical whose answer is one number, for the measures that both have. Where empyrical gives NaN or infinity, the kernel
 * must give a reason; where it drops missing values, so does this test before asking.
 */
class EmpyricalCasesTest {

    private static final double PUBLISHED = 1e-8;

    /** Wealth of 100 is published with four decimals. */
    private static final double PUBLISHED_PATHS = 1e-6;

    private static final Set<String> GROWTH = Set.of("cagr", "annual_return", "calmar_ratio", "capture");

    /** What the kernel does not measure. */
    private static final Set<String> NO_COUNTERPART = Set.of("beta_fragility_heuristic");

    private EmpyricalInputs inputs = EmpyricalInputs.NONE;

    @TestFactory
    Stream<DynamicTest> agreesWithThePublishedRows() throws IOException {
        inputs = EmpyricalInputs.read();
        return EmpyricalInputs.rows()
                .filter(row -> row.get("expected") instanceof Double || row.get("expected") instanceof String)
                .map(row -> dynamicTest(String.valueOf(row.get("id")), () -> compare(row)));
    }

    private void compare(Map<String, Object> row) {
        Map<String, Object> args = ReferenceFiles.object(row.get("args"));
        Optional<Measure> actual = measure(String.valueOf(row.get("function")), args);
        assumeTrue(actual.isPresent(), "the kernel has no counterpart of " + row.get("function"));
        assumeTrue(
                !GROWTH.contains(String.valueOf(row.get("function"))) || !hasGaps(args),
                "empyrical counts a missing period in growth rates, as if it had passed without a return");
        if (row.get("expected") instanceof Double expected) {
            // A total of nothing at risk is zero there and has its reason here.
            double digits = row.get("function").equals("cum_returns_final") ? PUBLISHED_PATHS : PUBLISHED;
            assertThat(actual.get().orElse(Math.abs(expected) == 0 ? expected : Double.NaN))
                    .isCloseTo(expected, within(Math.max(digits, digits * Math.abs(expected))));
        } else {
            assertThat(actual.get().available()).isFalse();
        }
    }

    private Optional<Measure> measure(String function, Map<String, Object> args) {
        PeriodsPerYear periods =
                switch (String.valueOf(args.getOrDefault("period", "daily"))) {
                    case "weekly" -> PeriodsPerYear.WEEKLY;
                    case "monthly" -> PeriodsPerYear.MONTHLY;
                    case "yearly" -> PeriodsPerYear.YEARLY;
                    default -> PeriodsPerYear.DAILY;
                };
        double[][] aligned = inputs.aligned(args);
        double[] returns = aligned[0];
        RiskConventions conventions = RiskConventions.usual(periods);
        return switch (function) {
            case "max_drawdown" ->
                Optional.of(
                        returns.length == 0
                                ? Returns.cumulative(returns)
                                : Drawdowns.ofReturns(returns).maximum());
            case "annual_volatility" ->
                Optional.of(RiskReport.of(returns, conventions).volatility());
            case "calmar_ratio" ->
                Optional.of(RiskReport.of(returns, conventions).calmar());
            case "cagr", "annual_return" -> Optional.of(Returns.compoundAnnualGrowthRate(returns, periods));
            case "sharpe_ratio" ->
                Optional.of(RiskReport.of(excess(aligned, args, "risk_free"), conventions)
                        .sharpe());
            case "sortino_ratio" ->
                Optional.of(RiskReport.of(excess(aligned, args, "required_return"), conventions)
                        .sortino());
            case "downside_risk" ->
                Optional.of(RiskReport.of(excess(aligned, args, "required_return"), conventions)
                        .downsideDeviation());
            case "stability_of_timeseries" -> Optional.of(Ratios.stability(returns));
            case "tail_ratio" -> Optional.of(Ratios.tail(returns));
            case "beta" ->
                Optional.of(BenchmarkReport.of(returns, aligned[1], BenchmarkConventions.usual(periods))
                        .beta());
            case "alpha" ->
                Optional.of(BenchmarkReport.of(returns, aligned[1], BenchmarkConventions.usual(periods))
                        .alpha());
            case "up_capture" ->
                Optional.of(Capture.of(returns, aligned[1], CaptureMethod.GEOMETRIC, periods)
                        .up());
            case "down_capture" ->
                Optional.of(Capture.of(returns, aligned[1], CaptureMethod.GEOMETRIC, periods)
                        .down());
            case "up_down_capture" ->
                Optional.of(Capture.of(returns, aligned[1], CaptureMethod.GEOMETRIC, periods)
                        .ratio());
            case "excess_sharpe" ->
                Optional.of(BenchmarkReport.of(returns, aligned[1], BenchmarkConventions.usual(PeriodsPerYear.YEARLY))
                        .informationRatio());
            case "omega_ratio" ->
                args.get("required_return") instanceof Double required && required > -1
                        ? Optional.of(
                                PartialMoments.of(excess(aligned, args, "risk_free"), periods.periodRate(required))
                                        .omega())
                        : Optional.of(Measure.unavailable(Reason.BELOW_TOTAL_LOSS));
            case "capture" ->
                Optional.of(Returns.compoundAnnualGrowthRate(returns, periods)
                        .over(Returns.compoundAnnualGrowthRate(aligned[1], periods), Reason.NO_VARIATION));
            case "cum_returns_final" -> Optional.of(grown(Returns.cumulative(returns), args));
            default -> {
                assertThat(NO_COUNTERPART).contains(function);
                yield Optional.empty();
            }
        };
    }

    private static Measure grown(Measure cumulative, Map<String, Object> args) {
        double start = (double) args.get("starting_value");
        return cumulative.map(total -> start == 0 ? total : start * (1 + total));
    }

    private boolean hasGaps(Map<String, Object> args) {
        return Stream.of("returns", "factor_returns").filter(args::containsKey).anyMatch(name -> Arrays.stream(
                        inputs.values(args.get(name), 0))
                .anyMatch(Double::isNaN));
    }

    private double[] excess(double[][] aligned, Map<String, Object> args, String name) {
        return args.containsKey(name) ? Returns.excess(aligned[0], aligned[1]) : aligned[0];
    }
}
