package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.ParameterRecord;
import io.quantumleap.chat.tool.ScenarioTools;
import io.quantumleap.chat.tool.ScenarioTools.RenameArguments;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.port.WriteTool;
import io.quantumleap.core.portfolio.ChangePortfolio;
import io.quantumleap.core.portfolio.ChangePortfolio.Change;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.PortfolioName;
import io.quantumleap.core.portfolio.ViewPortfolio;
import java.util.List;
import java.util.OptionalLong;

/** Gives a portfolio another name, once that is confirmed. */
public final class RenamePortfolioTool implements WriteTool {

    private final ParameterRecord<RenameArguments> parameters = ParameterRecord.of(RenameArguments.class);
    private final ViewPortfolio view;
    private final ChangePortfolio change;

    /** Works through these. */
    public RenamePortfolioTool(ViewPortfolio view, ChangePortfolio change) {
        this.view = view;
        this.change = change;
    }

    @Override
    public ToolSpecification specification() {
        return ScenarioTools.RENAME_PORTFOLIO;
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        RenameArguments asked = parameters.read(arguments);
        Portfolio portfolio = view.view(context.caller(), PortfolioId.parse(asked.portfolioId()));
        PortfolioName name = new PortfolioName(asked.name());
        return result("Rename " + portfolio.name().value() + " to " + name.value(), portfolio);
    }

    @Override
    public ToolOutcome perform(ToolContext context, ToolArguments arguments) {
        RenameArguments asked = parameters.read(arguments);
        PortfolioId id = PortfolioId.parse(asked.portfolioId());
        Change rename = new Change(new PortfolioName(asked.name()), null, null, null, null);
        Portfolio renamed = change.change(context.caller(), id, rename, OptionalLong.empty());
        return result("the portfolio is now called " + renamed.name().value(), renamed);
    }

    private static ToolResult result(String title, Portfolio portfolio) {
        return new ToolResult(
                title,
                "/api/portfolio/" + portfolio.id(),
                List.of(Metric.PORTFOLIO.text(portfolio.name().value())),
                List.of(),
                List.of());
    }
}
