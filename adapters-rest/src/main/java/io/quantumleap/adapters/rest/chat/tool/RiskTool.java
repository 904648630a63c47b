package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.analytics.performance.PerformanceReport;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.port.Tool;
import io.quantumleap.core.portfolio.Portfolio;
import java.util.List;

/** Shows the risk of a portfolio over a period. */
public final class RiskTool implements Tool {

    private final MeasuredPortfolio measured;

    /** Works through this. */
    public RiskTool(MeasuredPortfolio measured) {
        this.measured = measured;
    }

    @Override
    public ToolSpecification specification() {
        return FinancialTools.RISK;
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        return measured.with(context, arguments, RiskTool::result);
    }

    private static ToolResult result(Portfolio portfolio, PerformanceReport report) {
        FigureList figures = new FigureList().day(Metric.FROM, report.from()).day(Metric.TO, report.to());
        RiskFigures.add(figures, report.metrics().portfolio());
        RiskFigures.add(figures, report.drawdowns().stream().findFirst());
        report.benchmark()
                .ifPresent(symbol -> RiskFigures.add(
                        figures.add(Metric.BENCHMARK.text(symbol.value())),
                        report.metrics().comparison()));
        return new ToolResult(
                MeasuredPortfolio.title("Risk", portfolio, report),
                MeasuredPortfolio.href(report),
                figures.figures(),
                List.of(),
                figures.notes(report.warnings()).notes());
    }
}
