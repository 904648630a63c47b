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
import io.quantumleap.analytics.returns.Returns;
import io.quantumleap.analytics.risk.Ratios;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.risk.RiskReport;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The published test rows of empyrical for the measures that both have. Where empyrical gives NaN or infinity, the kernel
 * must give a reason; where it drops missing values, so does this test before asking.
 */
class EmpyricalCasesTest {

    private static final double PUBLISHED = 1e-8;
    private static final Set<String> GROWTH = Set.of("cagr", "annual_return", "calmar_ratio");

    private final Map<String, List<Double>> series = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> agreesWithThePublishedRows() throws IOException {
        for (String line : Files.readAllLines(ReferenceFiles.find("empyrical_series.csv"))) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("series")) {
                double value = cells[2].isEmpty() || cells[2].equals("nan") ? Double.NaN : Double.parseDouble(cells[2]);
                series.computeIfAbsent(cells[0], name -> new ArrayList<>()).add(value);
            }
        }
        List<?> rows =
                (List<?>) ReferenceFiles.json("empyrical_published_cases.json").get("rows");
        return rows.stream()
                .map(ReferenceFiles::object)
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
            assertThat(actual.get().orElse(Math.abs(expected) == 0 ? expected : Double.NaN))
                    .isCloseTo(expected, within(Math.max(PUBLISHED, PUBLISHED * Math.abs(expected))));
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
        double[][] aligned = aligned(args);
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
                args.get("required_return") instanceof Double required && required == 0
                        ? Optional.of(RiskReport.of(excess(aligned, args, "risk_free"), conventions)
                                .omega())
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private boolean hasGaps(Map<String, Object> args) {
        return Arrays.stream(values(args.get("returns"), 0)).anyMatch(Double::isNaN);
    }

    private double[] excess(double[][] aligned, Map<String, Object> args, String name) {
        return args.containsKey(name) ? Returns.excess(aligned[0], aligned[1]) : aligned[0];
    }

    /** The first series and its partner (a second series, or a number for every day) where both have values. */
    private double[][] aligned(Map<String, Object> args) {
        double[] first = values(args.get("returns"), 0);
        Object partner = Stream.of("benchmark", "factor_returns", "risk_free", "required_return")
                .filter(args::containsKey)
                .filter(name -> !(name.equals("required_return") && args.containsKey("risk_free")))
                .map(args::get)
                .findFirst()
                .orElse(0.0);
        double[] second = values(partner, first.length);
        int[] both = IntStream.range(0, Math.min(first.length, second.length))
                .filter(i -> !Double.isNaN(first[i]) && !Double.isNaN(second[i]))
                .toArray();
        return new double[][] {
            Arrays.stream(both).mapToDouble(i -> first[i]).toArray(),
            Arrays.stream(both).mapToDouble(i -> second[i]).toArray()
        };
    }

    private double[] values(Object argument, int length) {
        if (argument instanceof Double number) {
            double[] constant = new double[length];
            Arrays.fill(constant, number);
            return constant;
        }
        Map<String, Object> object = ReferenceFiles.object(argument);
        List<?> listed = object.containsKey("series")
                ? series.getOrDefault(String.valueOf(object.get("series")), List.of())
                : (List<?>) object.get("values");
        return listed.stream()
                .mapToDouble(value -> value instanceof Double number ? number : Double.NaN)
                .toArray();
    }
}
