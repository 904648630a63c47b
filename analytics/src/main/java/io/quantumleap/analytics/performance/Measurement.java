package io.quantumleap.analytics.performance;

import io.quantumleap.analytics.benchmark.BenchmarkConventions;
import io.quantumleap.analytics.benchmark.BenchmarkReport;
import io.quantumleap.analytics.drawdown.Drawdown;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.returns.LinkedReturns;
import io.quantumleap.analytics.returns.Linking;
import io.quantumleap.analytics.returns.Returns;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.risk.RiskReport;
import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.valuation.PricingTally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Measures one window of one history, with the kernel. */
final class Measurement {

    private static final int MOST_DRAWDOWNS = 10;

    private final PerformanceQuestion question;
    private final ValuationHistory history;
    private final RiskConventions risk;
    private final BenchmarkConventions comparison;

    Measurement(PerformanceQuestion question, ValuationHistory history) {
        this.question = question;
        this.history = history;
        double riskFree = question.periods().periodRate(question.riskFreeRate());
        this.risk = RiskConventions.usual(question.periods())
                .withRiskFreeRate(riskFree)
                .withTarget(riskFree);
        this.comparison = BenchmarkConventions.usual(question.periods()).withRiskFreeRate(riskFree);
    }

    /** The report when there is no valuation in the window. */
    PerformanceReport nothing() {
        Money none = Money.zero(history.currency());
        return new PerformanceReport(
                question,
                history.currency(),
                null,
                null,
                0,
                none,
                none,
                none,
                none,
                without(Reason.NO_OBSERVATIONS),
                List.of(),
                List.of(),
                List.of(),
                new PricingTally(history.staleAfter()).summary(),
                history.warnings());
    }

    /** The report of a window, with the closes of the benchmark if one was asked for. */
    PerformanceReport of(Window window, Optional<PriceSeries> benchmark) {
        Linking linking = window.link();
        if (linking instanceof Linking.Refused refused) {
            return refused(window, refused);
        }
        LinkedReturns linked = (LinkedReturns) linking;
        double[] returns = linked.returns();
        int[] ends = linked.ends();
        BenchmarkSpan span = benchmark.map(prices -> span(prices, window, ends)).orElseGet(BenchmarkSpan::none);
        RiskReport portfolio = RiskReport.of(returns, risk);
        PerformanceMetrics metrics =
                returns.length == 0 ? without(Reason.NO_OBSERVATIONS) : metrics(window, returns, portfolio, span);
        return report(
                window,
                returns.length,
                metrics,
                drawdowns(window, portfolio, ends),
                years(window, returns, ends, span),
                new ChartSeries(window, returns, ends, span).reducedTo(question.points()),
                new Warnings(history, window, question).about(returns.length, ends, span, benchmark));
    }

    private PerformanceReport refused(Window window, Linking.Refused refused) {
        String warning = "The return on " + window.date(refused.index()) + " cannot be measured: "
                + refused.reason().sentence();
        List<String> warnings = new ArrayList<>(history.warnings());
        warnings.add(warning);
        return report(window, 0, without(refused.reason()), List.of(), List.of(), List.of(), warnings);
    }

    private PerformanceReport report(
            Window window,
            int observations,
            PerformanceMetrics metrics,
            List<DatedDrawdown> drawdowns,
            List<CalendarYear> years,
            List<SeriesPoint> series,
            List<String> warnings) {
        Money value = window.value(window.length());
        Money inflow = window.inflow();
        Money outflow = window.outflow();
        Money gain = value.minus(window.startValue()).minus(inflow).plus(outflow);
        return new PerformanceReport(
                question,
                history.currency(),
                window.startDate(),
                window.endDate(),
                observations,
                value,
                gain,
                inflow,
                outflow,
                metrics,
                drawdowns,
                years,
                series,
                window.pricing(),
                warnings);
    }

    private PerformanceMetrics without(Reason reason) {
        return new PerformanceMetrics(
                Measure.unavailable(reason),
                RiskReport.unavailable(risk, reason),
                RiskReport.unavailable(risk, reason),
                BenchmarkReport.unavailable(comparison, reason));
    }

    private PerformanceMetrics metrics(Window window, double[] returns, RiskReport portfolio, BenchmarkSpan span) {
        Measure moneyWeighted = window.moneyWeightedReturn();
        if (span.isEmpty()) {
            Reason reason = question.against().isPresent() ? Reason.NO_BENCHMARK_DATA : Reason.NO_BENCHMARK;
            return new PerformanceMetrics(
                    moneyWeighted,
                    portfolio,
                    RiskReport.unavailable(risk, reason),
                    BenchmarkReport.unavailable(comparison, reason));
        }
        return new PerformanceMetrics(
                moneyWeighted,
                portfolio,
                RiskReport.of(span.returns(), risk),
                BenchmarkReport.of(span.comparable(returns), span.returns(), comparison));
    }

    private static BenchmarkSpan span(PriceSeries prices, Window window, int[] ends) {
        return BenchmarkSpan.align(
                prices,
                Arrays.stream(ends).mapToObj(end -> window.date(end - 1)).toArray(LocalDate[]::new),
                Arrays.stream(ends).mapToObj(window::date).toArray(LocalDate[]::new),
                window.returnsWithoutStart(ends));
    }

    private static List<DatedDrawdown> drawdowns(Window window, RiskReport portfolio, int[] ends) {
        return portfolio.drawdowns().deepest(MOST_DRAWDOWNS).stream()
                .map(drawdown -> dated(window, drawdown, ends))
                .toList();
    }

    private static DatedDrawdown dated(Window window, Drawdown drawdown, int[] ends) {
        LocalDate until = date(window, drawdown.end(), ends);
        return new DatedDrawdown(
                date(window, drawdown.peak(), ends),
                date(window, drawdown.trough(), ends),
                drawdown.recovered() ? until : null,
                until,
                drawdown.depth());
    }

    /** The day of a place in the growth path: 0 is the start, {@code i + 1} stands after return {@code i}. */
    private static LocalDate date(Window window, int place, int[] ends) {
        return place == 0 ? window.date(ends[0] - 1) : window.date(ends[place - 1]);
    }

    private static List<CalendarYear> years(Window window, double[] returns, int[] ends, BenchmarkSpan span) {
        List<CalendarYear> years = new ArrayList<>();
        int from = 0;
        while (from < returns.length) {
            int year = window.date(ends[from]).getYear();
            int to = from + 1;
            while (to < returns.length && window.date(ends[to]).getYear() == year) {
                to++;
            }
            int compared = Math.max(from, window.returnsWithoutStart(ends));
            Measure benchmark = span.covers(compared, to)
                    ? Returns.cumulative(span.returns(compared, to))
                    : Measure.unavailable(Reason.NO_BENCHMARK_DATA);
            years.add(new CalendarYear(year, Returns.cumulative(Arrays.copyOfRange(returns, from, to)), benchmark));
            from = to;
        }
        return years;
    }
}
