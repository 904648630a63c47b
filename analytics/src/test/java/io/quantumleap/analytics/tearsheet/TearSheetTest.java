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
}
