package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.analytics.performance.DatedDrawdown;
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
import java.util.ArrayList;
import java.util.List;

/** Shows the deepest falls of a portfolio over a period. */
public final class DrawdownsTool implements Tool {

    private final MeasuredPortfolio measured;

    /** Works through this. */
    public DrawdownsTool(MeasuredPortfolio measured) {
        this.measured = measured;
    }

    @Override
    public ToolSpecification specification() {
        return FinancialTools.DRAWDOWNS;
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        return measured.with(context, arguments, DrawdownsTool::result);
    }

    private static ToolResult result(Portfolio portfolio, PerformanceReport report) {
        FigureList figures = new FigureList()
                .day(Metric.FROM, report.from())
                .day(Metric.TO, report.to())
                .percent(
                        Metric.CURRENT_DRAWDOWN,
                        report.metrics().portfolio().drawdowns().current());
        List<ToolResult.Row> rows = new ArrayList<>();
        for (DatedDrawdown drawdown : report.drawdowns()) {
            rows.add(new ToolResult.Row(
                    "Drawdown " + (rows.size() + 1), figures(drawdown).figures()));
        }
        return new ToolResult(
                MeasuredPortfolio.title("Drawdowns", portfolio, report),
                MeasuredPortfolio.href(report),
                figures.figures(),
                rows,
                figures.notes(report.warnings()).notes());
    }

    private static FigureList figures(DatedDrawdown drawdown) {
        return new FigureList()
                .add(Metric.DRAWDOWN_DEPTH.percent(drawdown.depth()))
                .add(Metric.PEAK_DATE.day(drawdown.peak()))
                .add(Metric.TROUGH_DATE.day(drawdown.trough()))
                .day(Metric.RECOVERY_DATE, drawdown.recovery())
                .add(Metric.LENGTH_DAYS.count(drawdown.lengthInDays()));
    }
}
