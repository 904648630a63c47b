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
import java.util.List;

/** Lists the caller's portfolios. */
public final class ListPortfoliosTool implements Tool {

    private final MeantPortfolio portfolios;

    /** Works through this. */
    public ListPortfoliosTool(MeantPortfolio portfolios) {
        this.portfolios = portfolios;
    }

    @Override
    public ToolSpecification specification() {
        return FinancialTools.LIST_PORTFOLIOS;
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        return new ToolResult(
                "Your portfolios",
                "/api/portfolio",
                List.of(),
                portfolios.all(context).stream().map(ListPortfoliosTool::row).toList(),
                List.of());
    }

    private static ToolResult.Row row(Portfolio portfolio) {
        FigureList figures = new FigureList()
                .add(Metric.PORTFOLIO_ID.text(portfolio.id().toString()))
                .add(Metric.CURRENCY.text(portfolio.baseCurrency().getCurrencyCode()))
                .day(Metric.FIRST_DATE, portfolio.ledger().firstDate())
                .day(Metric.LAST_DATE, portfolio.ledger().lastDate())
                .add(Metric.TRANSACTION_COUNT.count(portfolio.ledger().transactionCount()));
        return new ToolResult.Row(portfolio.name().value(), figures.figures());
    }
}
