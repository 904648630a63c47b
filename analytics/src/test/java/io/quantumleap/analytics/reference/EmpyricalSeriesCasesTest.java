package io.quantumleap.analytics.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quantumleap.analytics.benchmark.BenchmarkConventions;
import io.quantumleap.analytics.benchmark.CaptureMethod;
import io.quantumleap.analytics.benchmark.RelativeRatios;
import io.quantumleap.analytics.calendar.CalendarPeriod;
import io.quantumleap.analytics.calendar.CalendarReturns;
import io.quantumleap.analytics.calendar.PeriodReturn;
import io.quantumleap.analytics.measure.Annualisation;
import io.quantumleap.analytics.measure.CoMoments;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.measure.Wealth;
import io.quantumleap.analytics.returns.LinkedReturns;
import io.quantumleap.analytics.returns.TimeWeightedReturn;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.rolling.RollingBenchmark;
import io.quantumleap.analytics.rolling.RollingCapture;
import io.quantumleap.analytics.rolling.RollingDispersion;
import io.quantumleap.analytics.rolling.RollingGrowth;
import io.quantumleap.analytics.rolling.RollingSeries;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The published test rows of empyrical whose answer is a list: paths, calendar tables, pairs of alpha and beta, and rolling
 * measures. Missing values are dropped before asking, so that rolling windows that reach into one are not compared.
 */
class EmpyricalSeriesCasesTest {

    private static final PeriodsPerYear DAILY = PeriodsPerYear.DAILY;
    private static final double PUBLISHED = 1e-8;

    /** Wealth of 100 is published with four decimals. */
    private static final double PUBLISHED_PATHS = 1e-6;

    /** A fitted Pareto tail, which the kernel does not have. */
    private static final Set<String> NO_COUNTERPART = Set.of("gpd_risk_estimates");

    private EmpyricalInputs inputs = EmpyricalInputs.NONE;

    @TestFactory
    Stream<DynamicTest> agreesWithThePublishedLists() throws IOException {
        inputs = EmpyricalInputs.read();
        return EmpyricalInputs.rows()
                .filter(row -> !(row.get("expected") instanceof Double || row.get("expected") instanceof String))
                .map(row -> dynamicTest(String.valueOf(row.get("id")), () -> compare(row)));
    }

    private void compare(Map<String, Object> row) {
        assumeTrue(row.get("expected") instanceof List<?>, "the table that it measures is not among the files");
        String function = String.valueOf(row.get("function"));
        assumeTrue(!NO_COUNTERPART.contains(function), "the kernel has no counterpart of " + function);
        List<?> expected = ((List<?>) row.get("expected"))
                .stream()
                        .flatMap(value -> value instanceof List<?> pair ? pair.stream() : Stream.of(value))
                        .toList();
        List<Measure> actual = measure(function, ReferenceFiles.object(row.get("args")));
        assertThat(actual.size()).isLessThanOrEqualTo(Math.max(expected.size(), 1));
        // Windows that reach into a gap are at the beginning.
        List<?> compared = expected.subList(Math.max(0, expected.size() - actual.size()), expected.size());
        double digits = function.equals("cum_returns") ? PUBLISHED_PATHS : PUBLISHED;
        for (int i = 0; i < compared.size(); i++) {
            if (compared.get(i) instanceof Double number) {
                assertThat(actual.get(i).orElseThrow())
                        .isCloseTo(number, within(Math.max(digits, digits * Math.abs(number))));
            } else {
                assertThat(actual.get(i).available()).isFalse();
            }
        }
    }

    private List<Measure> measure(String function, Map<String, Object> args) {
        if (function.equals("simple_returns")) {
            return simple(inputs.values(args.get("prices"), 0));
        }
        double[][] aligned = inputs.aligned(args);
        double[] returns = aligned[0];
        double[] other = aligned[1];
        int window = args.get("window") instanceof Double given ? (int) (double) given : 1;
        BenchmarkConventions against = BenchmarkConventions.usual(DAILY);
        CaptureMethod method = CaptureMethod.GEOMETRIC;
        return switch (function) {
            case "cum_returns" -> path(returns, (double) args.get("starting_value"));
            case "aggregate_returns" -> calendar(args);
            case "alpha_beta" -> alphaAndBeta(CoMoments.of(returns, other));
            case "up_alpha_beta" -> alphaAndBeta(RelativeRatios.whenRising(returns, other));
            case "down_alpha_beta" -> alphaAndBeta(RelativeRatios.whenFalling(returns, other));
            case "roll_sharpe_ratio" -> listed(RollingDispersion.sharpe(returns, window, RiskConventions.usual(DAILY)));
            case "roll_max_drawdown" -> listed(RollingGrowth.maximumDrawdown(returns, window));
            case "roll_alpha_beta" ->
                interleaved(
                        RollingBenchmark.alpha(returns, other, window, against),
                        RollingBenchmark.beta(returns, other, window));
            case "roll_up_capture" -> listed(RollingCapture.up(returns, other, window, method, DAILY));
            case "roll_down_capture" -> listed(RollingCapture.down(returns, other, window, method, DAILY));
            case "roll_up_down_capture" ->
                ratios(
                        RollingCapture.up(returns, other, window, method, DAILY),
                        RollingCapture.down(returns, other, window, method, DAILY));
            default -> throw new AssertionError("Nothing is compared with " + function + ".");
        };
    }

    private static List<Measure> simple(double[] prices) {
        return listed(((LinkedReturns) TimeWeightedReturn.link(prices)).returns());
    }

    private static List<Measure> path(double[] returns, double start) {
        double[] wealth = Wealth.path(returns);
        return listed(Arrays.stream(wealth)
                .map(value -> start == 0 ? value - 1 : value * start)
                .toArray());
    }

    private List<Measure> calendar(Map<String, Object> args) {
        LocalDate[] dates = inputs.dates(args.get("returns")).toArray(LocalDate[]::new);
        double[] returns = inputs.values(args.get("returns"), 0);
        int[] known = IntStream.range(0, returns.length)
                .filter(i -> !Double.isNaN(returns[i]))
                .toArray();
        CalendarPeriod period =
                switch (String.valueOf(args.get("convert_to"))) {
                    case "weekly" -> CalendarPeriod.WEEK;
                    case "monthly" -> CalendarPeriod.MONTH;
                    case "quarterly" -> CalendarPeriod.QUARTER;
                    default -> CalendarPeriod.YEAR;
                };
        LocalDate[] days = Arrays.stream(known).mapToObj(i -> dates[i]).toArray(LocalDate[]::new);
        double[] values = Arrays.stream(known).mapToDouble(i -> returns[i]).toArray();
        return CalendarReturns.of(days, values, period).stream()
                .map(PeriodReturn::value)
                .toList();
    }

    private static List<Measure> alphaAndBeta(CoMoments together) {
        Measure beta = together.beta();
        Measure alpha =
                beta.map(slope -> Annualisation.GEOMETRIC.annual(together.meanX() - slope * together.meanY(), DAILY));
        return List.of(alpha, beta);
    }

    private static List<Measure> listed(double[] values) {
        return Arrays.stream(values).mapToObj(Measure::of).toList();
    }

    private static List<Measure> listed(RollingSeries rolling) {
        return IntStream.range(0, rolling.size()).mapToObj(rolling::at).toList();
    }

    private static List<Measure> interleaved(RollingSeries first, RollingSeries second) {
        return IntStream.range(0, first.size())
                .boxed()
                .flatMap(i -> Stream.of(first.at(i), second.at(i)))
                .toList();
    }

    private static List<Measure> ratios(RollingSeries above, RollingSeries below) {
        return IntStream.range(0, above.size())
                .mapToObj(i -> above.at(i).over(below.at(i), Reason.NO_DOWNSIDE))
                .toList();
    }
}
