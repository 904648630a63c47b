package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.port.Tool;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.valuation.PortfolioSummary;
import io.quantumleap.core.valuation.ViewSummary;
import java.util.List;

/** Shows the totals of a portfolio. */
public final class SummaryTool implements Tool {

    private final MeantPortfolio portfolios;
    private final ViewSummary summary;

    /** Works through these. */
    public SummaryTool(MeantPortfolio portfolios, ViewSummary summary) {
        this.portfolios = portfolios;
        this.summary = summary;
    }

    @Override
    public ToolSpecification specification() {
        return FinancialTools.SUMMARY;
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        return portfolios.withLedger(
                context, arguments, portfolio -> summary.view(context.caller(), portfolio.id(), null)
                        .<ToolOutcome>fold(totals -> result(portfolio, totals), Unmeasurable::refusal));
    }

    private static ToolResult result(Portfolio portfolio, PortfolioSummary totals) {
        FigureList figures = new FigureList()
                .add(Metric.AS_OF.day(totals.asOf()))
                .add(Metric.VALUE.amount(totals.value()))
                .add(Metric.CASH.amount(totals.cash()))
                .add(Metric.NET_CONTRIBUTIONS.amount(totals.netContributions()))
                .add(Metric.GAIN.gain(totals.gain()))
                .add(Metric.REALISED_GAIN.gain(totals.realisedGain()))
                .add(Metric.UNREALISED_GAIN.gain(totals.unrealisedGain()))
                .add(Metric.DIVIDENDS.amount(totals.dividends()))
                .add(Metric.INTEREST.amount(totals.interest()))
                .add(Metric.FEES.amount(totals.fees()))
                .add(Metric.TAXES.amount(totals.taxes()))
                .add(Metric.HOLDING_COUNT.count(totals.holdingCount()))
                .add(Metric.TRANSACTION_COUNT.count(totals.transactionCount()));
        return new ToolResult(
                "Totals of " + portfolio.name().value() + " up to " + totals.asOf(),
                "/api/portfolio/" + portfolio.id() + "/summary",
                figures.figures(),
                List.of(),
                totals.warnings());
    }
}
