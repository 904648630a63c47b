package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.port.Tool;
import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.shared.Money;
import java.util.List;

/** Shows the closes of an instrument over a period. */
public final class PricesTool implements Tool {

    private final InstrumentCloses instruments;

    /** Works through this. */
    public PricesTool(InstrumentCloses instruments) {
        this.instruments = instruments;
    }

    @Override
    public ToolSpecification specification() {
        return FinancialTools.PRICES;
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        return instruments.with(context, arguments, PricesTool::result);
    }

    private static ToolResult result(PriceSeries series, AdjustedCloses closes) {
        int last = closes.size() - 1;
        FigureList figures = new FigureList()
                .add(Metric.SYMBOL.text(series.symbol().value()))
                .add(Metric.FROM.day(closes.day(0)))
                .add(Metric.TO.day(closes.day(last)))
                .add(close(Metric.FIRST_CLOSE, series, closes, 0))
                .add(close(Metric.LAST_CLOSE, series, closes, last))
                .add(close(Metric.HIGHEST_CLOSE, series, closes, closes.indexOfHighest()))
                .add(Metric.HIGHEST_DATE.day(closes.day(closes.indexOfHighest())))
                .add(close(Metric.LOWEST_CLOSE, series, closes, closes.indexOfLowest()))
                .add(Metric.LOWEST_DATE.day(closes.day(closes.indexOfLowest())))
                .add(Metric.PRICE_RETURN.change(
                        closes.close(last).doubleValue() / closes.close(0).doubleValue() - 1));
        return new ToolResult(
                "Prices of " + series.symbol() + " from " + closes.day(0) + " to " + closes.day(last),
                InstrumentCloses.href(series, closes),
                figures.figures(),
                List.of(),
                closes.notes());
    }

    private static Figure close(Metric metric, PriceSeries series, AdjustedCloses closes, int index) {
        return metric.amount(new Money(closes.close(index), series.currency()));
    }
}
