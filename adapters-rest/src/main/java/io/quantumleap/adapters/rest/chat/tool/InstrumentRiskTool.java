package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.analytics.drawdown.Drawdown;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.risk.RiskReport;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.port.Tool;
import io.quantumleap.core.market.PriceSeries;
import java.util.List;

/** Shows the risk of one instrument, from the changes of its closes. */
public final class InstrumentRiskTool implements Tool {

    private final InstrumentCloses instruments;

    /** Works through this. */
    public InstrumentRiskTool(InstrumentCloses instruments) {
        this.instruments = instruments;
    }

    @Override
    public ToolSpecification specification() {
        return FinancialTools.INSTRUMENT_RISK;
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        return instruments.with(context, arguments, InstrumentRiskTool::result);
    }

    private static ToolResult result(PriceSeries series, AdjustedCloses closes) {
        RiskReport risk = RiskReport.of(closes.returns(), RiskConventions.usual(PeriodsPerYear.DAILY));
        FigureList figures = new FigureList()
                .add(Metric.SYMBOL.text(series.symbol().value()))
                .add(Metric.FROM.day(closes.day(0)))
                .add(Metric.TO.day(closes.day(closes.size() - 1)))
                .change(Metric.PRICE_RETURN, risk.cumulativeReturn());
        RiskFigures.add(figures, risk);
        risk.drawdowns().deepest(1).forEach(deepest -> addDates(figures, closes, deepest));
        return new ToolResult(
                "Risk of " + series.symbol() + " from " + closes.day(0) + " to " + closes.day(closes.size() - 1),
                InstrumentCloses.href(series, closes),
                figures.figures(),
                List.of(),
                figures.notes(closes.notes())
                        .note("Measured by closing prices alone, without dividends; a year has 252 days.")
                        .notes());
    }

    private static void addDates(FigureList figures, AdjustedCloses closes, Drawdown deepest) {
        figures.add(Metric.PEAK_DATE.day(closes.day(deepest.peak())))
                .add(Metric.TROUGH_DATE.day(closes.day(deepest.trough())));
        deepest.recovery().ifPresent(index -> figures.add(Metric.RECOVERY_DATE.day(closes.day(index))));
    }
}
