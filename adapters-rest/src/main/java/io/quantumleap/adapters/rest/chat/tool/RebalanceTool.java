package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.analytics.construction.rebalancing.Destination;
import io.quantumleap.analytics.construction.rebalancing.DriftBand;
import io.quantumleap.analytics.construction.rebalancing.Rebalancing;
import io.quantumleap.analytics.construction.rebalancing.RebalancingPlan;
import io.quantumleap.analytics.construction.rebalancing.RebalancingPolicy;
import io.quantumleap.analytics.construction.rebalancing.Trade;
import io.quantumleap.analytics.construction.rebalancing.TradingCosts;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.ParameterRecord;
import io.quantumleap.chat.tool.ScenarioTools;
import io.quantumleap.chat.tool.ScenarioTools.RebalanceArguments;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolRefusal.Reason;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.port.Tool;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.valuation.Holding;
import io.quantumleap.core.valuation.HoldingsView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works out the trades that restore target weights; trades nothing. */
public final class RebalanceTool implements Tool {

    private static final Pattern TARGET = Pattern.compile(
            "\\s*(?<symbol>[^\\s=:,;]+)\\s*[=:]?\\s*(?<percent>\\d{1,3}(?:\\.\\d{1,4})?)\\s*%?\\s*[,;]?");

    private final ParameterRecord<RebalanceArguments> parameters = ParameterRecord.of(RebalanceArguments.class);
    private final HeldPortfolio held;

    /** Works through this. */
    public RebalanceTool(HeldPortfolio held) {
        this.held = held;
    }

    @Override
    public ToolSpecification specification() {
        return ScenarioTools.REBALANCE;
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        RebalanceArguments asked = parameters.read(arguments);
        return held.with(context, arguments, (portfolio, view) -> {
            double[] targets = Optional.ofNullable(asked.targets())
                    .map(text -> targets(view, text))
                    .orElseGet(() -> equal(view));
            double costs = Optional.ofNullable(asked.costBasisPoints())
                            .map(BigDecimal::doubleValue)
                            .orElse(0.0)
                    / 10_000;
            RebalancingPolicy policy = new RebalancingPolicy(
                    new DriftBand(0, DriftBand.Kind.ABSOLUTE),
                    Destination.ALL_TO_TARGET,
                    new TradingCosts(costs, 0),
                    0);
            double[] values = view.holdings().stream()
                    .mapToDouble(holding -> holding.value().amount().doubleValue())
                    .toArray();
            double cash =
                    view.total().amount().doubleValue() - Arrays.stream(values).sum();
            return outcome(portfolio, view, targets, Rebalancing.plan(values, cash, targets, policy));
        });
    }

    private static double[] equal(HoldingsView view) {
        double[] targets = new double[view.holdings().size()];
        Arrays.fill(targets, 1.0 / targets.length);
        return targets;
    }

    private static double[] targets(HoldingsView view, String text) {
        Map<String, Double> wanted = new HashMap<>();
        Matcher target = TARGET.matcher(text);
        int read = 0;
        while (target.find() && target.start() == read) {
            wanted.put(
                    target.group("symbol").toUpperCase(Locale.ROOT), Double.parseDouble(target.group("percent")) / 100);
            read = target.end();
        }
        if (wanted.isEmpty() || read < text.strip().length()) {
            throw new InvalidValueException("targets must read like 'ACME 40 DAX 35', in per cent.");
        }
        double[] targets = view.holdings().stream()
                .mapToDouble(holding -> wanted.getOrDefault(holding.symbol().value(), 0.0))
                .toArray();
        List<String> held = view.holdings().stream()
                .map(holding -> holding.symbol().value())
                .toList();
        if (!held.containsAll(wanted.keySet())) {
            throw new InvalidValueException("targets may name what is held only: " + String.join(", ", held) + ".");
        }
        if (Arrays.stream(targets).sum() > 1 + 1e-9) {
            throw new InvalidValueException("targets may not add up to more than 100 per cent.");
        }
        return targets;
    }

    private static ToolOutcome outcome(Portfolio portfolio, HoldingsView view, double[] targets, RebalancingPlan plan) {
        if (plan instanceof RebalancingPlan.Trades trades) {
            return result(portfolio, view, targets, trades);
        }
        return new ToolRefusal(
                Reason.NO_DATA,
                plan instanceof RebalancingPlan.Nothing
                        ? portfolio.name().value() + " has these weights already: there is nothing to trade."
                        : portfolio.name().value() + " has not enough value or cash for such trades.");
    }

    private static ToolResult result(
            Portfolio portfolio, HoldingsView view, double[] targets, RebalancingPlan.Trades plan) {
        List<ToolResult.Row> rows = new ArrayList<>();
        for (Trade trade : plan.trades()) {
            Holding holding = view.holdings().get(trade.asset());
            rows.add(new ToolResult.Row(
                    holding.symbol().value(),
                    List.of(
                            Metric.TRADE_TYPE.text(trade.amount() < 0 ? "sell" : "buy"),
                            Metric.AMOUNT.amount(money(Math.abs(trade.amount()), view)),
                            Metric.WEIGHT.percent(holding.weight()),
                            Metric.TARGET_WEIGHT.percent(targets[trade.asset()]))));
        }
        FigureList figures = new FigureList()
                .add(Metric.AS_OF.day(view.asOf()))
                .add(Metric.VALUE.amount(view.total()))
                .add(Metric.TRADE_COUNT.count(plan.trades().size()))
                .add(Metric.TURNOVER.percent(plan.turnover()))
                .add(Metric.TRADING_COSTS.amount(money(plan.cost(), view)))
                .add(Metric.CASH_AFTER.amount(money(plan.cashAfter(), view)));
        return new ToolResult(
                "Trades that would rebalance " + portfolio.name().value() + " on " + view.asOf(),
                "/api/portfolio/" + portfolio.id() + "/holdings?as_of=" + view.asOf(),
                figures.figures(),
                rows,
                List.of("Nothing is traded. Fractions of units, taxes and minimum fees are not looked at."));
    }

    private static Money money(double amount, HoldingsView view) {
        return new Money(BigDecimal.valueOf(amount), view.currency()).rounded();
    }
}
