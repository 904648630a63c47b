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
import io.quantumleap.core.portfolio.Portfolio;
import java.time.LocalDate;
import java.util.List;

/** Shows returns over a period. */
public final class PerformanceTool implements Tool {

    private final MeasuredPortfolio measured;

    /** Works through this. */
    public PerformanceTool(MeasuredPortfolio measured) {
        this.measured = measured;
    }

    @Override
    public ToolSpecification specification() {
        return FinancialTools.PERFORMANCE;
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        return measured.with(context, arguments, PerformanceTool::result);
    }

    private static ToolResult result(Portfolio portfolio, PerformanceReport report) {
        RiskReport own = report.metrics().portfolio();
        FigureList figures = new FigureList()
                .day(Metric.FROM, report.from())
                .day(Metric.TO, report.to())
                .change(Metric.TIME_WEIGHTED_RETURN, own.cumulativeReturn())
                .add(Metric.GAIN.gain(report.gain()))
                .add(Metric.VALUE.amount(report.value()))
                .add(Metric.INFLOW.amount(report.inflow()))
                .add(Metric.OUTFLOW.amount(report.outflow()))
                .change(Metric.BEST_DAY, own.best())
                .change(Metric.WORST_DAY, own.worst());
        if (isLongerThanAYear(report)) {
            figures.change(Metric.CAGR, own.compoundAnnualGrowthRate())
                    .change(Metric.MONEY_WEIGHTED_RETURN, report.metrics().moneyWeightedReturn());
        }
        return new ToolResult(
                MeasuredPortfolio.title("Performance", portfolio, report),
                MeasuredPortfolio.href(report),
                figures.figures(),
                years(report.years()),
                figures.notes(report.warnings()).notes());
    }

    /** A rate a year says little about less than a year, and much that is wrong about a few days. */
    private static boolean isLongerThanAYear(PerformanceReport report) {
        LocalDate aYearBefore = report.to().orElseThrow().minusYears(1);
        return report.from().map(from -> !from.isAfter(aYearBefore)).orElse(false);
    }

    private static List<ToolResult.Row> years(List<CalendarYear> years) {
        return years.stream()
                .filter(year -> year.portfolio() instanceof Measure.Value)
                .map(year -> new ToolResult.Row(
                        String.valueOf(year.year()),
                        new FigureList()
                                .change(Metric.YEAR_RETURN, year.portfolio())
                                .figures()))
                .toList();
    }
}
