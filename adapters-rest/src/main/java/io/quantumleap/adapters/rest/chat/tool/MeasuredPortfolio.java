package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.analytics.performance.MeasurePerformance;
import io.quantumleap.analytics.performance.PerformanceQuestion;
import io.quantumleap.analytics.performance.PerformanceReport;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolRefusal.Reason;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Portfolio;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;

/** Measures a portfolio over the period of a tool call, through the use case that the performance page asks as well. */
public final class MeasuredPortfolio {

    private final MeantPortfolio portfolios;
    private final MeasurePerformance performance;

    /** Works through these. */
    public MeasuredPortfolio(MeantPortfolio portfolios, MeasurePerformance performance) {
        this.portfolios = portfolios;
        this.performance = performance;
    }

    /** Goes on with what was measured, or refuses because nothing can be. */
    ToolOutcome with(
            ToolContext context, ToolArguments arguments, BiFunction<Portfolio, PerformanceReport, ToolOutcome> next) {
        return portfolios.withLedger(context, arguments, portfolio -> performance
                .measure(context.caller(), question(portfolio, arguments))
                .<ToolOutcome>fold(
                        report -> report.to().isPresent() ? next.apply(portfolio, report) : nothing(portfolio),
                        Unmeasurable::refusal));
    }

    /** A tool names the first day that counts; the measuring wants the day whose close it starts from. */
    private static PerformanceQuestion question(Portfolio portfolio, ToolArguments arguments) {
        Optional<LocalDate> start = arguments.date(FinancialTools.FROM).map(first -> first.minusDays(1));
        Optional<LocalDate> end = arguments.date(FinancialTools.TO);
        PerformanceQuestion whole =
                PerformanceQuestion.sinceInception(portfolio.id()).between(start.orElse(null), end.orElse(null));
        return arguments
                .text(FinancialTools.BENCHMARK_SYMBOL)
                .map(Symbol::new)
                .map(whole::against)
                .orElse(whole);
    }

    private static ToolRefusal nothing(Portfolio portfolio) {
        return new ToolRefusal(
                Reason.NO_DATA,
                "There is nothing to measure in " + portfolio.name().value() + " in that period.");
    }

    /** What the performance page shows for the same window. */
    static String href(PerformanceReport report) {
        PerformanceQuestion question = report.question();
        StringBuilder href = new StringBuilder("/api/ai/performance-analytics?portfolio_id=" + report.portfolio());
        question.firstDay().ifPresent(day -> href.append("&from=").append(day));
        question.lastDay().ifPresent(day -> href.append("&to=").append(day));
        report.benchmark().ifPresent(symbol -> href.append("&benchmark=").append(Hrefs.encoded(symbol.value())));
        return href.toString();
    }

    /** "Risk of Retirement from 2020-01-01 to 2020-12-31". */
    static String title(String what, Portfolio portfolio, PerformanceReport report) {
        return what + " of " + portfolio.name().value()
                + report.from().map(day -> " from " + day).orElse("")
                + report.to().map(day -> " to " + day).orElse("");
    }
}
