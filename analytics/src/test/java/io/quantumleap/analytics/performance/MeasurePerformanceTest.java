package io.quantumleap.analytics.performance;

import static io.quantumleap.analytics.performance.Desk.ANNA;
import static io.quantumleap.analytics.performance.Desk.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.risk.RiskReport;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.valuation.MissingPrice;
import io.quantumleap.core.valuation.Valued;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeasurePerformanceTest {

    private final Desk desk = new Desk();
    private final PortfolioId portfolio = desk.portfolio(ANNA, "USD");
    private final PerformanceQuestion all = PerformanceQuestion.sinceInception(portfolio);

    /** Ten shares bought at 100 with all the money there is: the portfolio is the share. */
    private void holdTenShares(double... closes) {
        desk.closes("ACME", "USD", "2024-01-01", closes);
        desk.transactions(ANNA, portfolio, "2024-01-01,deposit,,,,,1000", "2024-01-01,buy,ACME,10,100");
    }

    @Test
    void aSingleHoldingPerformsAsItsPriceDoes() {
        double[] closes = randomCloses(400);
        holdTenShares(closes);
        double[] returns = new double[closes.length - 1];
        for (int i = 1; i < closes.length; i++) {
            returns[i - 1] = closes[i] / closes[i - 1] - 1;
        }
        PerformanceReport report = desk.report(ANNA, all);
        RiskReport expected = RiskReport.of(returns, RiskConventions.usual(PeriodsPerYear.DAILY));
        RiskReport measured = report.metrics().portfolio();
        assertThat(report.observations()).isEqualTo(399);
        assertSame(measured.cumulativeReturn(), expected.cumulativeReturn());
        assertSame(measured.compoundAnnualGrowthRate(), expected.compoundAnnualGrowthRate());
        assertSame(measured.volatility(), expected.volatility());
        assertSame(measured.sharpe(), expected.sharpe());
        assertSame(measured.sortino(), expected.sortino());
        assertSame(measured.valueAtRisk(), expected.valueAtRisk());
        assertSame(measured.drawdowns().maximum(), expected.drawdowns().maximum());
        assertThat(report.from()).hasValue(LocalDate.of(2024, 1, 1));
        assertThat(report.to()).hasValue(LocalDate.of(2025, 2, 3));
        assertSame(report.metrics().moneyWeightedReturn(), Measure.of(Math.pow(closes[399] / 100, 365.0 / 399) - 1));
    }

    @Test
    void flowsChangeTheMoneyWeightedButNotTheTimeWeightedReturn() {
        holdTenShares(100, 110, 110, 99);
        desk.transactions(ANNA, portfolio, "2024-01-03,deposit,,,,,11000", "2024-01-03,buy,ACME,100,110");
        PerformanceReport report = desk.report(ANNA, all);
        assertSame(report.metrics().portfolio().cumulativeReturn(), Measure.of(-0.01));
        assertThat(report.metrics().moneyWeightedReturn().orElseThrow()).isLessThan(-0.9);
        assertThat(report.value()).isEqualTo(Money.of("10890", "USD"));
        assertThat(report.inflow()).isEqualTo(Money.of("12000", "USD"));
        assertThat(report.outflow()).isEqualTo(Money.of("0", "USD"));
        assertThat(report.gain()).isEqualTo(Money.of("-1110", "USD"));
    }

    @Test
    void theFirstDayCountsWhenItHadAReturnOfItsOwn() {
        desk.closes("ACME", "USD", "2024-01-01", 101, 101);
        desk.transactions(ANNA, portfolio, "2024-01-01,deposit,,,,,1010", "2024-01-01,buy,ACME,10,100,10");
        PerformanceReport report = desk.report(ANNA, all);
        assertThat(report.observations()).isEqualTo(1);
        assertSame(report.metrics().portfolio().cumulativeReturn(), Measure.of(0));
        assertThat(report.series()).hasSize(2);
        desk.transactions(ANNA, portfolio, "2024-01-01,fee,,,,,10.10");
        PerformanceReport charged = desk.report(ANNA, all);
        assertThat(charged.observations()).isEqualTo(2);
        assertSame(charged.metrics().portfolio().cumulativeReturn(), Measure.of(-0.01));
        assertThat(charged.gain()).isEqualTo(Money.of("-10.10", "USD"));
        assertThat(charged.drawdowns()).singleElement().satisfies(drawdown -> {
            assertThat(drawdown.peak()).isEqualTo("2024-01-01");
            assertThat(drawdown.trough()).isEqualTo("2024-01-01");
            assertThat(drawdown.recovery()).isEmpty();
        });
    }

    @Test
    void aWindowStartsFromTheLastValuationOnOrBeforeItsFirstDay() {
        holdTenShares(100, 120, 90, 99);
        PerformanceReport report = desk.report(ANNA, all.between(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 3)));
        assertThat(report.from()).hasValue(LocalDate.of(2024, 1, 2));
        assertThat(report.to()).hasValue(LocalDate.of(2024, 1, 3));
        assertThat(report.observations()).isEqualTo(1);
        assertSame(report.metrics().portfolio().cumulativeReturn(), Measure.of(-0.25));
        assertThat(report.gain()).isEqualTo(Money.of("-300", "USD"));
        assertThat(report.inflow()).isEqualTo(Money.of("0", "USD"));
        assertSame(report.metrics().moneyWeightedReturn(), Measure.of(Math.pow(0.75, 365) - 1));
        PerformanceReport beforeAll = desk.report(ANNA, all.between(LocalDate.of(2020, 1, 1), null));
        assertThat(beforeAll.observations()).isEqualTo(3);
        PerformanceReport behindAll = desk.report(ANNA, all.between(LocalDate.of(2025, 1, 1), null));
        assertThat(behindAll.observations()).isZero();
        assertThat(behindAll.from()).hasValue(LocalDate.of(2024, 1, 4));
        PerformanceReport nothing = desk.report(ANNA, all.between(null, LocalDate.of(2020, 1, 1)));
        assertThat(nothing.to()).isEmpty();
    }

    @Test
    void timeframesEndOnTheLastDayWithData() {
        holdTenShares(randomCloses(500));
        PerformanceReport month = desk.report(ANNA, all.over(Timeframe.ONE_MONTH));
        assertThat(month.to()).hasValue(LocalDate.of(2025, 5, 14));
        assertThat(month.from()).hasValue(LocalDate.of(2025, 4, 14));
        assertThat(desk.report(ANNA, all.over(Timeframe.YEAR_TO_DATE)).from()).hasValue(LocalDate.of(2024, 12, 31));
        assertThat(desk.report(ANNA, all.over(Timeframe.ONE_DAY)).observations())
                .isEqualTo(1);
        assertThat(desk.report(ANNA, all.over(Timeframe.TEN_YEARS)).observations())
                .isEqualTo(499);
        assertThat(desk.report(ANNA, all.over(Timeframe.MAXIMUM)).observations())
                .isEqualTo(499);
    }

    @Test
    void drawdownsAndYearsStandOnTheCalendar() {
        desk.closes("ACME", "USD", "2023-12-29", 100, 80, 90, 120, 60);
        desk.transactions(ANNA, portfolio, "2023-12-29,deposit,,,,,1000", "2023-12-29,buy,ACME,10,100");
        PerformanceReport report = desk.report(ANNA, all);
        assertThat(report.drawdowns()).hasSize(2);
        DatedDrawdown deepest = report.drawdowns().get(0);
        assertThat(deepest.peak()).isEqualTo("2024-01-01");
        assertThat(deepest.trough()).isEqualTo("2024-01-02");
        assertThat(deepest.recovery()).isEmpty();
        assertThat(deepest.depth()).isEqualTo(-0.5);
        assertThat(deepest.lengthInDays()).isEqualTo(1);
        DatedDrawdown earlier = report.drawdowns().get(1);
        assertThat(earlier.recovery()).hasValue(LocalDate.of(2024, 1, 1));
        assertThat(earlier.lengthInDays()).isEqualTo(3);
        assertThat(report.years()).extracting(CalendarYear::year).containsExactly(2023, 2024);
        assertSame(report.years().get(0).portfolio(), Measure.of(-0.1));
        assertSame(report.years().get(1).portfolio(), Measure.of(60.0 / 90 - 1));
    }

    @Test
    void comparesWithABenchmarkOverTheSameIntervals() {
        desk.closes("ACME", "USD", "2024-01-01", 100, 120, 90, 99);
        desk.closes("IDX", "USD", "2023-12-30", 50, 50, 50, 55, 44, 44);
        desk.transactions(ANNA, portfolio, "2024-01-01,deposit,,,,,1000", "2024-01-01,buy,ACME,10,100");
        PerformanceReport report = desk.report(ANNA, all.against(new Symbol("IDX")));
        assertThat(report.metrics().comparison().observations()).isEqualTo(3);
        assertSame(report.metrics().benchmark().cumulativeReturn(), Measure.of(-0.12));
        double[] own = {0.2, -0.25, 0.1};
        double[] index = {0.1, -0.2, 0};
        assertSame(
                report.metrics().comparison().beta(),
                io.quantumleap.analytics.measure.CoMoments.of(own, index).beta());
        assertSame(report.years().get(0).benchmark(), Measure.of(-0.12));
        assertThat(report.series().get(0).benchmarkGrowth()).hasValue(1);
        assertThat(report.series().get(3).benchmarkGrowth().orElseThrow()).isCloseTo(0.88, within(1e-15));
        assertThat(report.warnings()).noneMatch(warning -> warning.contains("IDX"));
    }

    @Test
    void sinceInceptionTheBenchmarkStartsAtTheCloseOfTheFirstDay() {
        desk.closes("ACME", "USD", "2024-01-01", 100, 120, 90);
        desk.closes("IDX", "USD", "2023-12-31", 40, 50, 55, 44);
        desk.transactions(ANNA, portfolio, "2024-01-01,deposit,,,,,1010", "2024-01-01,buy,ACME,10,100,10");
        PerformanceReport report = desk.report(ANNA, all.against(new Symbol("IDX")));
        assertThat(report.observations()).isEqualTo(3);
        assertThat(report.metrics().comparison().observations()).isEqualTo(2);
        assertSame(report.metrics().benchmark().cumulativeReturn(), Measure.of(-0.12));
        assertSame(report.years().get(0).benchmark(), Measure.of(-0.12));
        assertThat(report.series()).extracting(SeriesPoint::benchmark).startsWith(1.0);
        assertThat(report.warnings()).noneMatch(warning -> warning.contains("IDX"));
    }

    @Test
    void aBenchmarkThatStartsLateIsComparedFromThenOn() {
        holdTenShares(100, 120, 90, 99);
        desk.closes("IDX", "EUR", "2024-01-03", 50, 60);
        PerformanceReport report = desk.report(ANNA, all.against(new Symbol("IDX")));
        assertThat(report.metrics().comparison().observations()).isEqualTo(1);
        assertSame(report.metrics().benchmark().cumulativeReturn(), Measure.of(0.2));
        assertThat(report.series()).extracting(SeriesPoint::benchmark).startsWith(null, null, 1.0);
        assertThat(report.years().get(0).benchmark()).isEqualTo(Measure.unavailable(Reason.NO_BENCHMARK_DATA));
        assertThat(report.warnings())
                .anyMatch(warning -> warning.contains("it is compared from 2024-01-03 on"))
                .anyMatch(warning -> warning.contains("in its own currency, EUR"));
    }

    @Test
    void aBenchmarkThatEndsEarlyIsNotCarriedForwardForLong() {
        double[] closes = randomCloses(40);
        holdTenShares(closes);
        desk.closes("IDX", "USD", "2024-01-01", 50, 51, 52);
        PerformanceReport report = desk.report(ANNA, all.against(new Symbol("IDX")));
        assertThat(report.metrics().comparison().observations()).isEqualTo(9);
        assertThat(report.warnings()).anyMatch(warning -> warning.contains("it is compared until 2024-01-10"));
    }

    @Test
    void aBenchmarkOutsideTheWindowIsSaidToHaveNoData() {
        holdTenShares(100, 120);
        desk.closes("IDX", "USD", "2025-01-01", 50, 51);
        PerformanceReport report = desk.report(ANNA, all.against(new Symbol("IDX")));
        assertThat(report.metrics().comparison().beta()).isEqualTo(Measure.unavailable(Reason.NO_BENCHMARK_DATA));
        assertThat(report.warnings()).contains("IDX has no prices in the window.");
    }

    @Test
    void anUnknownBenchmarkIsNamedAsMissing() {
        holdTenShares(100, 120);
        assertThat(desk.performance.measure(ANNA, all.against(new Symbol("NOPE"))))
                .isEqualTo(new Valued.Unmeasurable<>(
                        List.of(new MissingPrice(new Symbol("NOPE"), LocalDate.of(2024, 1, 1), false))));
    }

    @Test
    void withoutBenchmarkItsMeasuresSaySo() {
        holdTenShares(100, 120);
        PerformanceReport report = desk.report(ANNA, all);
        assertThat(report.metrics().comparison().beta()).isEqualTo(Measure.unavailable(Reason.NO_BENCHMARK));
        assertThat(report.metrics().benchmark().volatility()).isEqualTo(Measure.unavailable(Reason.NO_BENCHMARK));
    }

    @Test
    void anEmptyPortfolioHasNothingToMeasure() {
        PerformanceReport report = desk.report(ANNA, all);
        assertThat(report.observations()).isZero();
        assertThat(report.value()).isEqualTo(Money.of("0", "USD"));
        assertThat(report.from()).isEmpty();
        assertThat(report.metrics().portfolio().sharpe()).isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
        assertThat(report.metrics().moneyWeightedReturn()).isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
        assertThat(report.series()).isEmpty();
    }

    @Test
    void purchasesWithoutADepositAreFundedByAnAssumedOne() {
        desk.closes("ACME", "USD", "2024-01-01", 100, 110, 121);
        desk.transactions(ANNA, portfolio, "2024-01-01,buy,ACME,10,100");
        PerformanceReport report = desk.report(ANNA, all);
        assertSame(report.metrics().portfolio().cumulativeReturn(), Measure.of(0.21));
        assertThat(report.observations()).isEqualTo(2);
        assertThat(report.gain()).isEqualTo(Money.of("210", "USD"));
        assertThat(report.inflow()).isEqualTo(Money.of("0", "USD"));
        assertSame(report.metrics().moneyWeightedReturn(), Measure.of(Math.pow(1.21, 182.5) - 1));
        assertThat(report.warnings()).anyMatch(warning -> warning.contains("deposits of 1000.00 USD are assumed"));
        PerformanceReport lastDay = desk.report(ANNA, all.over(Timeframe.ONE_DAY));
        assertSame(lastDay.metrics().portfolio().cumulativeReturn(), Measure.of(0.1));
    }

    @Test
    void aRecordedLoanIsNotTakenForAMissingDeposit() {
        desk.closes("ACME", "USD", "2024-01-01", 100, 110);
        desk.transactions(ANNA, portfolio, "2024-01-01,deposit,,,,,500", "2024-01-01,buy,ACME,10,100");
        PerformanceReport report = desk.report(ANNA, all);
        assertSame(report.metrics().portfolio().cumulativeReturn(), Measure.of(0.2));
        assertThat(report.warnings()).noneMatch(warning -> warning.contains("assumed"));
    }

    @Test
    void daysWithNothingInvestedHaveNoReturn() {
        holdTenShares(100, 110, 105, 105, 120);
        desk.transactions(
                ANNA,
                portfolio,
                "2024-01-02,sell,ACME,10,110",
                "2024-01-02,withdrawal,,,,,1100",
                "2024-01-04,deposit,,,,,105",
                "2024-01-04,buy,ACME,1,105");
        PerformanceReport report = desk.report(ANNA, all);
        assertThat(report.observations()).isEqualTo(3);
        assertSame(report.metrics().portfolio().cumulativeReturn(), Measure.of(1.1 * 120 / 105 - 1));
        assertThat(report.warnings()).anyMatch(warning -> warning.contains("On 1 valuation days nothing was invested"));
        assertThat(report.series()).hasSize(5);
        assertThat(report.series().get(2).growth())
                .isEqualTo(report.series().get(1).growth());
    }

    @Test
    void warnsWhenAnnualFiguresExtrapolateOrTheFrequencyIsOff() {
        holdTenShares(randomCloses(200));
        assertThat(desk.report(ANNA, all).warnings())
                .anyMatch(warning -> warning.contains("shorter than a year"))
                .anyMatch(warning -> warning.contains("about 365 valuations a year"));
        PerformanceQuestion calendar =
                new PerformanceQuestion(portfolio, null, null, null, null, 500, 0, PeriodsPerYear.CALENDAR_DAILY);
        assertThat(desk.report(ANNA, calendar).warnings()).noneMatch(warning -> warning.contains("valuations a year"));
    }

    @Test
    void theRiskFreeRateIsTheTargetToo() {
        double[] closes = randomCloses(60);
        holdTenShares(closes);
        PerformanceQuestion question =
                new PerformanceQuestion(portfolio, null, null, null, null, 500, 0.05, PeriodsPerYear.DAILY);
        RiskReport report = desk.report(ANNA, question).metrics().portfolio();
        double perDay = Math.pow(1.05, 1.0 / 252) - 1;
        assertThat(report.conventions().riskFreeRate()).isCloseTo(perDay, within(1e-15));
        assertThat(report.conventions().target()).isEqualTo(report.conventions().riskFreeRate());
    }

    @Test
    void theSeriesIsReducedAndKeepsTheDeepestPoint() {
        double[] closes = randomCloses(700);
        holdTenShares(closes);
        PerformanceReport report = desk.report(ANNA, all);
        assertThat(report.series()).hasSizeLessThanOrEqualTo(500);
        PerformanceReport small = desk.report(
                ANNA, new PerformanceQuestion(portfolio, null, null, null, null, 20, 0, PeriodsPerYear.DAILY));
        assertThat(small.series()).hasSizeBetween(18, 20);
        double deepest = small.metrics().portfolio().drawdowns().maximum().orElseThrow();
        assertThat(small.series()).anyMatch(point -> Math.abs(point.drawdown() - deepest) < 1e-15);
        assertThat(small.series().get(0).growth()).isEqualTo(1);
        assertThat(small.series().get(0).value()).isEqualTo(1_000);
        double total = small.metrics().portfolio().cumulativeReturn().orElseThrow();
        assertThat(small.series().get(small.series().size() - 1).growth() - 1).isCloseTo(total, within(1e-14));
    }

    @Test
    void anotherUsersPortfolioIsMissing() {
        holdTenShares(100, 110);
        desk.report(ANNA, all);
        assertThatThrownBy(() -> desk.performance.measure(BEN, all)).isInstanceOf(MissingObjectException.class);
    }

    @Test
    void newTransactionsAndPricesAreSeenAtOnce() {
        holdTenShares(100, 110);
        PerformanceReport before = desk.report(ANNA, all);
        assertThat(desk.report(ANNA, all)).isSameAs(before);
        desk.transactions(ANNA, portfolio, "2024-01-02,fee,,,,,11");
        assertThat(desk.report(ANNA, all).value()).isEqualTo(Money.of("1089", "USD"));
        desk.closes("ACME", "USD", "2024-01-02", 120);
        assertThat(desk.report(ANNA, all).value()).isEqualTo(Money.of("1189", "USD"));
    }

    @Test
    void refusesQuestionsThatCannotBeMeant() {
        LocalDate day = LocalDate.of(2024, 1, 1);
        assertThatThrownBy(() -> all.between(day, day.minusDays(1))).isInstanceOf(InvalidValueException.class);
        for (int points : new int[] {1, 0, -5, 5_001}) {
            assertThatThrownBy(() ->
                            new PerformanceQuestion(portfolio, null, null, null, null, points, 0, PeriodsPerYear.DAILY))
                    .isInstanceOf(InvalidValueException.class);
        }
        for (double rate : new double[] {-1, 1.01, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() ->
                            new PerformanceQuestion(portfolio, null, null, null, null, 500, rate, PeriodsPerYear.DAILY))
                    .isInstanceOf(InvalidValueException.class);
        }
        assertThatThrownBy(() ->
                        new PerformanceQuestion(portfolio, null, null, null, null, 500, 0, new PeriodsPerYear(1e9)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new PerformanceQuestion(
                        portfolio, day, null, Timeframe.ONE_DAY, null, 500, 0, PeriodsPerYear.DAILY))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Timeframe.parse("2Y")).isInstanceOf(InvalidValueException.class);
        assertThat(Timeframe.parse("YTD")).isEqualTo(Timeframe.YEAR_TO_DATE);
    }

    private static double[] randomCloses(int n) {
        Random random = new Random(42);
        double[] closes = new double[n];
        double close = 100;
        for (int i = 0; i < n; i++) {
            closes[i] = Math.rint(close * 100) / 100;
            close *= 1 + 0.02 * random.nextGaussian() + 0.0003;
        }
        return closes;
    }

    private static void assertSame(Measure actual, Measure expected) {
        double number = expected.orElseThrow();
        assertThat(actual.orElseThrow()).isCloseTo(number, within(1e-11 * Math.max(1, Math.abs(number))));
    }
}
