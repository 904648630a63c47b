package io.quantumleap.analytics.tearsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.benchmark.BenchmarkReport;
import io.quantumleap.analytics.calendar.CalendarPeriod;
import io.quantumleap.analytics.calendar.CalendarReturns;
import io.quantumleap.analytics.calendar.PeriodReturn;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.returns.LinkedReturns;
import io.quantumleap.analytics.returns.Returns;
import io.quantumleap.analytics.returns.TimeWeightedReturn;
import io.quantumleap.analytics.risk.RiskReport;
import io.quantumleap.analytics.rolling.RollingDispersion;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TearSheetTest {

    private static final TearSheetConventions DAILY = TearSheetConventions.usual(PeriodsPerYear.DAILY);
    private static final int N = 800;

    private final double[] returns = returns(1);
    private final double[] benchmark = returns(2);
    private final long[] days = days();

    private static double[] returns(long seed) {
        return new Random(seed).doubles(N).map(x -> 0.04 * (x - 0.49)).toArray();
    }

    private static long[] days() {
        long[] days = new long[N];
        for (int i = 0; i < N; i++) {
            days[i] = LocalDate.of(2020, 1, 1).toEpochDay() + i;
        }
        return days;
    }

    @Test
    void givesWhatEachMeasureGivesAlone() {
        TearSheet sheet = TearSheet.of(TearSheetData.of(days, returns).against(benchmark), DAILY);
        assertThat(sheet.risk()).isEqualTo(RiskReport.of(returns, DAILY.risk()));
        assertThat(sheet.comparison()).isEqualTo(BenchmarkReport.of(returns, benchmark, DAILY.comparison()));
        assertThat(sheet.rollingSharpe().values(0))
                .containsExactly(
                        RollingDispersion.sharpe(returns, 63, DAILY.risk()).values(0));
        List<PeriodReturn> months = CalendarReturns.of(days, returns, CalendarPeriod.MONTH);
        assertThat(sheet.months()).hasSameSizeAs(months);
        for (int i = 0; i < months.size(); i++) {
            assertThat(sheet.months().get(i).start()).isEqualTo(months.get(i).start());
            assertThat(sheet.months().get(i).value().orElseThrow())
                    .isCloseTo(months.get(i).value().orElseThrow(), within(1e-14));
        }
    }

    @Test
    void aRiskFreeSeriesIsSubtractedWhereTheExcessCounts() {
        double[] riskFree = new Random(3).doubles(N, 0, 0.0002).toArray();
        TearSheet sheet =
                TearSheet.of(TearSheetData.of(days, returns).against(benchmark).over(riskFree), DAILY);
        double[] excess = Returns.excess(returns, riskFree);
        RiskReport ofExcess = RiskReport.of(excess, DAILY.risk());
        assertThat(sheet.risk().sharpe()).isEqualTo(ofExcess.sharpe());
        assertThat(sheet.risk().sortino()).isEqualTo(ofExcess.sortino());
        assertThat(sheet.risk().volatility())
                .isEqualTo(RiskReport.of(returns, DAILY.risk()).volatility());
        assertThat(sheet.comparison())
                .isEqualTo(BenchmarkReport.of(excess, Returns.excess(benchmark, riskFree), DAILY.comparison()));
    }

    @Test
    void withoutBenchmarkItsMeasuresSaySo() {
        TearSheetData data = TearSheetData.of(days, returns);
        TearSheet sheet = TearSheet.of(data, DAILY);
        assertThat(sheet.comparison().beta()).isEqualTo(Measure.unavailable(Reason.NO_BENCHMARK));
        assertThat(FurtherMeasures.of(data, sheet).treynor()).isEqualTo(Measure.unavailable(Reason.NO_BENCHMARK));
        assertThat(TearSheetPage.render("Alone", data, sheet)).doesNotContain("Against the benchmark");
    }

    @Test
    void measuresValuesWithFlows() {
        LocalDate[] dates = {LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 3)};
        LinkedReturns linked = (LinkedReturns)
                TimeWeightedReturn.link(new double[] {100, 110, 231}, new double[] {0, 0, 100}, new double[3]);
        TearSheet sheet = TearSheet.of(TearSheetData.of(dates, linked), DAILY);
        assertThat(sheet.risk().cumulativeReturn().orElseThrow()).isCloseTo(0.21, within(1e-15));
        assertThat(sheet.months()).singleElement().satisfies(month -> assertThat(month.observations())
                .isEqualTo(2));
    }

    @Test
    void theRollingWindowFollowsTheFrequency() {
        assertThat(DAILY.rollingWindow()).isEqualTo(63);
        assertThat(TearSheetConventions.usual(PeriodsPerYear.MONTHLY).rollingWindow())
                .isEqualTo(12);
        assertThatThrownBy(() -> DAILY.withRollingWindow(1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(DAILY.withRiskFreeRate(0.001).risk().target()).isEqualTo(0.001);
        assertThat(DAILY.withRiskFreeRate(0.001).comparison().riskFreeRate()).isEqualTo(0.001);
    }

    @Test
    void refusesArraysThatDoNotFit() {
        TearSheetData data = TearSheetData.of(days, returns);
        assertThatThrownBy(() -> TearSheetData.of(new long[3], returns)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> data.against(new double[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> data.over(new double[3])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePageIsCompleteAndHoldsNoScript() {
        TearSheetData data = TearSheetData.of(days, returns).against(benchmark);
        String page = TearSheetPage.render("<b>\"Fund\" & Co</b>", data, TearSheet.of(data, DAILY));
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n")
                .contains("&lt;b&gt;&quot;Fund&quot; &amp; Co&lt;/b&gt;")
                .doesNotContain("<b>")
                .doesNotContainIgnoringCase("<script")
                .doesNotContain("http")
                .doesNotContain("NaN")
                .doesNotContain("Infinity")
                .contains(
                        "Growth of one", "Drawdown", "Returns by month", "Deepest drawdowns", "Distribution of returns")
                .contains("Against the benchmark", "@media print");
        assertThat(page.split("<svg", -1)).hasSize(5);
        assertThat(page.split("<svg", -1)).hasSameSizeAs(page.split("</svg>", -1));
    }

    @Test
    void whatRoundsToZeroHasNoSign() {
        assertThat(Figures.percent(-0.00001)).isEqualTo("0.00 %");
        assertThat(Figures.oneDecimal(-0.04)).isEqualTo("0.0");
        assertThat(Figures.axisPercent(-0.001)).isEqualTo("0 %");
        assertThat(Figures.number(-0.01)).isEqualTo("-0.01");
        assertThat(Figures.plain(252)).isEqualTo("252");
        assertThat(Figures.plain(365.25)).isEqualTo("365.25");
    }

    @Test
    void datesMustAscend() {
        assertThatThrownBy(() -> TearSheetData.of(new long[] {3, 3}, new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Dates must ascend, but 1970-01-04 does not come after 1970-01-04.");
        assertThatThrownBy(() -> TearSheetData.of(new long[] {3, 2}, new double[2]))
                .hasMessageContaining("1970-01-03 does not come after 1970-01-04");
    }

    @Test
    void everyChartHasATitleForThoseWhoDoNotSeeIt() {
        TearSheetData data = TearSheetData.of(days, returns).over(new double[N]);
        String page = TearSheetPage.render("Fund", data, TearSheet.of(data, DAILY));
        assertThat(page.split("role=\"img\"", -1)).hasSameSizeAs(page.split("<svg", -1));
        assertThat(page.split("<title>", -1)).hasSize(6);
        assertThat(page).contains("over the given risk-free series");
    }

    @Test
    void thePageOfAnythingIsAPage() {
        for (double[] series : new double[][] {
            {}, {0.1}, {0, 0, 0}, {0.1, -1, 0.1}, {0.1, -1.5, 0.1}, {0.1, Double.NaN, 0.1}, {1e300, 1e300, 0}
        }) {
            long[] dates = new long[series.length];
            for (int i = 0; i < dates.length; i++) {
                dates[i] = 20_000L + i;
            }
            TearSheetData data = TearSheetData.of(dates, series).against(new double[series.length]);
            String page = TearSheetPage.render("Odd", data, TearSheet.of(data, DAILY));
            assertThat(page).endsWith("</html>\n").doesNotContain("NaN").doesNotContain("Infinity");
        }
    }

    @Test
    void valuesWithFlowsAndAnIndexAreMeasuredOverTheDaysWithCapital() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        LocalDate[] dates = {first, first.plusDays(1), first.plusDays(2), first.plusDays(3), first.plusDays(4)};
        TearSheetData data = TearSheetData.ofValues(
                dates, new double[] {100, 110, 0, 0, 52}, new double[] {0, 0, -110, 0, 50}, new double[] {
                    10, 11, 12, 15, 18
                });
        TearSheet sheet = TearSheet.of(data, DAILY);
        assertThat(data.count()).isEqualTo(3);
        assertThat(data.benchmark()).containsExactly(new double[] {0.1, 1.0 / 11, 0.2}, within(1e-15));
        assertThat(sheet.risk().cumulativeReturn().orElseThrow()).isCloseTo(1.1 * 1.04 - 1, within(1e-15));
        assertThat(TearSheetData.ofValues(dates, new double[] {1, 2, 3, 4, 5}).count())
                .isEqualTo(4);
    }

    @Test
    void refusesValuesThatHaveNoReturnByTheirDate() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        LocalDate[] dates = {first, first.plusDays(1), first.plusDays(2)};
        double[] none = new double[3];
        assertThatThrownBy(() -> TearSheetData.ofValues(dates, new double[] {100, 0, 5}))
                .hasMessage("2026-01-03: There was no positive capital to earn a return on.");
        assertThatThrownBy(() -> TearSheetData.ofValues(dates, new double[] {100, Double.NaN, 5}))
                .hasMessageStartingWith("2026-01-02: ");
        assertThatThrownBy(() -> TearSheetData.ofValues(dates, new double[] {1, 2, 3}, none, new double[] {1, 0, 0}))
                .hasMessageContaining("benchmark");
        assertThatThrownBy(() -> TearSheetData.ofValues(dates, new double[2])).hasMessageContaining("date");
        assertThatThrownBy(() -> TearSheetData.ofValues(new LocalDate[] {first}, new double[] {1}))
                .hasMessageContaining("two values");
    }

    @Test
    void thePageShowsTheBenchmarkBesideTheHeadlineAndTheYears() {
        TearSheetData data = TearSheetData.of(days, returns).against(benchmark);
        String page = TearSheetPage.render("Fund", data, TearSheet.of(data, DAILY));
        assertThat(page).contains("Returns by year", "Growth a year (CAGR)");
        assertThat(page.split("class=\"versus\"", -1)).hasSize(6);
        String alone = TearSheetPage.render(
                "Fund", TearSheetData.of(days, returns), TearSheet.of(TearSheetData.of(days, returns), DAILY));
        assertThat(alone).doesNotContain("Returns by year", "class=\"versus\"");
    }

    @Test
    void ratiosOfGrowthSubtractTheGrowthOfTheRiskFreeSeries() {
        double[] rate = new double[returns.length];
        Arrays.fill(rate, 0.0001);
        TearSheetData over = TearSheetData.of(days, returns).against(benchmark).over(rate);
        FurtherMeasures bySeries = FurtherMeasures.of(over, TearSheet.of(over, DAILY));
        TearSheetData plain = TearSheetData.of(days, returns).against(benchmark);
        FurtherMeasures byRate = FurtherMeasures.of(plain, TearSheet.of(plain, DAILY.withRiskFreeRate(0.0001)));
        assertThat(bySeries.martin().orElseThrow()).isCloseTo(byRate.martin().orElseThrow(), within(1e-11));
        assertThat(bySeries.treynor().orElseThrow()).isCloseTo(byRate.treynor().orElseThrow(), within(1e-11));
        assertThat(bySeries.jensenAlpha().orElseThrow())
                .isCloseTo(byRate.jensenAlpha().orElseThrow(), within(1e-11));
    }

    @Test
    void timeIsLabelledAtRoundPlaces() {
        assertThat(labels("2019-01-02", "2024-10-01")).containsExactly("2020", "2021", "2022", "2023", "2024");
        assertThat(labels("2023-12-15", "2024-05-20"))
                .containsExactly("2024-01", "2024-02", "2024-03", "2024-04", "2024-05");
        assertThat(labels("2024-01-01", "2024-01-09"))
                .containsExactly("2024-01-01", "2024-01-03", "2024-01-05", "2024-01-07", "2024-01-09");
        assertThat(labels("2024-01-01", "2024-01-01")).hasSize(2);
        assertThat(labels("0001-01-01", "2738-11-28")).hasSizeBetween(2, 9);
    }

    private static List<String> labels(String from, String to) {
        return DateTicks.between(
                        LocalDate.parse(from).toEpochDay(), LocalDate.parse(to).toEpochDay())
                .stream()
                .map(DateTicks.Tick::label)
                .toList();
    }
}
