package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.performance.CalendarYear;
import io.quantumleap.analytics.performance.PerformanceReport;
import io.quantumleap.analytics.risk.RiskReport;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.port.Tool;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Portfolio;

/** Shows a portfolio beside a benchmark. */
public final class ComparisonTool implements Tool {

    private final MeasuredPortfolio measured;

    /** Works through this. */
    public ComparisonTool(MeasuredPortfolio measured) {
        this.measured = measured;
    }

    @Override
    public ToolSpecification specification() {
        return FinancialTools.COMPARISON;
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        return measured.with(context, arguments, ComparisonTool::result);
    }

    private static ToolResult result(Portfolio portfolio, PerformanceReport report) {
        RiskReport own = report.metrics().portfolio();
        RiskReport other = report.metrics().benchmark();
        String benchmark = report.benchmark().map(Symbol::value).orElse("");
        FigureList figures = new FigureList()
                .day(Metric.FROM, report.from())
                .day(Metric.TO, report.to())
                .add(Metric.BENCHMARK.text(benchmark))
                .change(Metric.TIME_WEIGHTED_RETURN, own.cumulativeReturn())
                .change(Metric.BENCHMARK_RETURN, other.cumulativeReturn())
                .change(Metric.CAGR, own.compoundAnnualGrowthRate())
                .change(Metric.BENCHMARK_CAGR, other.compoundAnnualGrowthRate())
                .percent(Metric.VOLATILITY, own.volatility())
                .percent(Metric.BENCHMARK_VOLATILITY, other.volatility())
                .percent(Metric.MAX_DRAWDOWN, own.drawdowns().maximum())
                .percent(Metric.BENCHMARK_MAX_DRAWDOWN, other.drawdowns().maximum());
        addDifference(figures, own, other);
        RiskFigures.add(figures, report.metrics().comparison());
        return new ToolResult(
                MeasuredPortfolio.title("Comparison with " + benchmark, portfolio, report),
                MeasuredPortfolio.href(report),
                figures.figures(),
                report.years().stream().map(ComparisonTool::row).toList(),
                figures.notes(report.warnings()).notes());
    }

    /** Only over the same days do the two returns have a difference that means anything. */
    private static void addDifference(FigureList figures, RiskReport own, RiskReport other) {
        if (own.observations() == other.observations()
                && own.cumulativeReturn() instanceof Measure.Value portfolio
                && other.cumulativeReturn() instanceof Measure.Value benchmark) {
            figures.change(Metric.EXCESS_RETURN, Measure.of(portfolio.number() - benchmark.number()));
        } else {
            figures.note(
                    "The benchmark does not cover all days of the portfolio, so the returns are not of the same days.");
        }
    }

    private static ToolResult.Row row(CalendarYear year) {
        return new ToolResult.Row(
                String.valueOf(year.year()),
                new FigureList()
                        .change(Metric.YEAR_RETURN, year.portfolio())
                        .change(Metric.BENCHMARK_YEAR_RETURN, year.benchmark())
                        .figures());
    }
}
