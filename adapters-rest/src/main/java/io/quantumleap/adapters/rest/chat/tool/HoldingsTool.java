package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.FigureValue;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.evidence.Sense;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.port.Tool;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.valuation.Holding;
import io.quantumleap.core.valuation.HoldingsView;
import io.quantumleap.core.valuation.ViewHoldings;
import java.util.List;
import java.util.Locale;

/** Shows what a portfolio holds on a day. */
public final class HoldingsTool implements Tool {

    private final MeantPortfolio portfolios;
    private final ViewHoldings holdings;

    /** Works through these. */
    public HoldingsTool(MeantPortfolio portfolios, ViewHoldings holdings) {
        this.portfolios = portfolios;
        this.holdings = holdings;
    }

    @Override
    public ToolSpecification specification() {
        return FinancialTools.HOLDINGS;
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        return portfolios.withLedger(context, arguments, portfolio -> holdings.view(
                        context.caller(),
                        portfolio.id(),
                        arguments.date(FinancialTools.AS_OF).orElse(null))
                .<ToolOutcome>fold(view -> result(portfolio, view), Unmeasurable::refusal));
    }

    private static ToolResult result(Portfolio portfolio, HoldingsView view) {
        return new ToolResult(
                "Holdings of " + portfolio.name().value() + " on " + view.asOf(),
                "/api/portfolio/" + portfolio.id() + "/holdings?as_of=" + view.asOf(),
                figures(view),
                view.holdings().stream().map(HoldingsTool::row).toList(),
                view.warnings());
    }

    private static List<Figure> figures(HoldingsView view) {
        Money invested = view.holdings().stream().map(Holding::value).reduce(Money.zero(view.currency()), Money::plus);
        Money cash = view.total().minus(invested);
        FigureList figures = new FigureList()
                .add(Metric.AS_OF.day(view.asOf()))
                .add(Metric.VALUE.amount(view.total()))
                .add(Metric.CASH.amount(cash))
                .add(Metric.HOLDING_COUNT.count(view.holdings().size()));
        if (view.total().signum() > 0) {
            figures.add(Metric.CASH_WEIGHT.percent(
                    cash.amount().doubleValue() / view.total().amount().doubleValue()));
        }
        if (view.cash().size() > 1) {
            view.cash().forEach(amount -> figures.add(cashIn(amount)));
        }
        addConcentration(view.holdings(), figures);
        return figures.figures();
    }

    private static Figure cashIn(Money amount) {
        String code = amount.currency().getCurrencyCode();
        return new Figure(
                Metric.CASH.key() + "_in_" + code.toLowerCase(Locale.ROOT),
                "cash in " + code,
                new FigureValue.Amount(amount, Sense.SIZE));
    }

    private static void addConcentration(List<Holding> holdings, FigureList figures) {
        double[] weights = holdings.stream().mapToDouble(Holding::weight).toArray();
        addTop(Metric.TOP_3_WEIGHT, 3, weights, figures);
        addTop(Metric.TOP_5_WEIGHT, 5, weights, figures);
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            sum += weight;
            squares += weight * weight;
        }
        if (squares > 0) {
            // The inverse of the Herfindahl-Hirschman index of what is invested.
            figures.add(Metric.EFFECTIVE_HOLDINGS.ratio(sum * sum / squares));
        }
    }

    private static void addTop(Metric metric, int count, double[] weights, FigureList figures) {
        if (weights.length >= count) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += weights[i];
            }
            figures.add(metric.percent(sum));
        }
    }

    private static ToolResult.Row row(Holding holding) {
        FigureList figures = new FigureList()
                .add(Metric.QUANTITY.quantity(holding.quantity().value()))
                .add(Metric.PRICE.amount(holding.price()))
                .add(Metric.PRICE_DATE.day(holding.priceDate()))
                .add(Metric.VALUE.amount(holding.value()))
                .add(Metric.WEIGHT.percent(holding.weight()))
                .add(Metric.COST.amount(holding.cost()))
                .add(Metric.UNREALISED_GAIN.gain(holding.unrealisedGain()));
        if (holding.cost().signum() > 0) {
            figures.add(Metric.UNREALISED_RETURN.change(
                    holding.unrealisedGain().amount().doubleValue()
                            / holding.cost().amount().doubleValue()));
        }
        return new ToolResult.Row(holding.symbol().value(), figures.figures());
    }
}
