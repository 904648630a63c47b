package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.ParameterRecord;
import io.quantumleap.chat.tool.ScenarioTools;
import io.quantumleap.chat.tool.ScenarioTools.ContributionArguments;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.port.Tool;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.valuation.ContributionsView;
import io.quantumleap.core.valuation.ViewContributions;
import java.util.List;

/** Shows which holdings made the gain or the loss of a period. */
public final class ContributionTool implements Tool {

    private final ParameterRecord<ContributionArguments> parameters = ParameterRecord.of(ContributionArguments.class);
    private final MeantPortfolio portfolios;
    private final ViewContributions contributions;

    /** Works through these. */
    public ContributionTool(MeantPortfolio portfolios, ViewContributions contributions) {
        this.portfolios = portfolios;
        this.contributions = contributions;
    }

    @Override
    public ToolSpecification specification() {
        return ScenarioTools.CONTRIBUTION;
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        ContributionArguments asked = parameters.read(arguments);
        return portfolios.withLedger(context, arguments, portfolio -> contributions
                .view(context.caller(), portfolio.id(), asked.from(), asked.to())
                .<ToolOutcome>fold(view -> result(portfolio, view), Unmeasurable::refusal));
    }

    private static ToolResult result(Portfolio portfolio, ContributionsView view) {
        FigureList figures = new FigureList()
                .add(Metric.FROM.day(view.from()))
                .add(Metric.TO.day(view.to()))
                .add(Metric.GAIN.gain(view.gain()))
                .add(Metric.START_VALUE.amount(view.startValue()))
                .add(Metric.END_VALUE.amount(view.endValue()))
                .add(Metric.NET_INFLOW.amount(view.netInflow()))
                .add(Metric.OTHER_GAIN.gain(view.other()));
        view.contribution(view.gain()).ifPresent(ratio -> figures.add(Metric.RETURN_ON_CAPITAL.change(ratio)));
        return new ToolResult(
                "Contributions of the holdings of " + portfolio.name().value() + " from " + view.from() + " to "
                        + view.to(),
                "/api/portfolio/" + portfolio.id() + "/contributions?from=" + view.from() + "&to=" + view.to(),
                figures.figures(),
                view.holdings().stream().map(part -> row(part, view)).toList(),
                List.of(
                        "Gains are after fees and taxes of the instrument and with its dividends, on capital weighted by time"
                                + " (Modified Dietz), so their sum may differ a little from the time-weighted return."));
    }

    private static ToolResult.Row row(ContributionsView.Part part, ContributionsView view) {
        FigureList figures = new FigureList()
                .add(Metric.GAIN.gain(part.gain()))
                .add(Metric.START_VALUE.amount(part.startValue()))
                .add(Metric.END_VALUE.amount(part.endValue()));
        part.ownReturn().ifPresent(ratio -> figures.add(Metric.OWN_RETURN.change(ratio)));
        view.contribution(part.gain()).ifPresent(ratio -> figures.add(Metric.CONTRIBUTION.change(ratio)));
        return new ToolResult.Row(part.symbol().value(), figures.figures());
    }
}
