package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.risk.RiskReport;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.ParameterRecord;
import io.quantumleap.chat.tool.ScenarioTools;
import io.quantumleap.chat.tool.ScenarioTools.Side;
import io.quantumleap.chat.tool.ScenarioTools.TradeArguments;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolRefusal.Reason;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.port.Tool;
import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.valuation.Holding;
import io.quantumleap.core.valuation.HoldingsView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows what one trade would change; trades nothing. */
public final class WhatIfTradeTool implements Tool {

    private final ParameterRecord<TradeArguments> parameters = ParameterRecord.of(TradeArguments.class);
    private final HeldPortfolio held;

    /** Works through this. */
    public WhatIfTradeTool(HeldPortfolio held) {
        this.held = held;
    }

    @Override
    public ToolSpecification specification() {
        return ScenarioTools.WHAT_IF_TRADE;
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        TradeArguments asked = parameters.read(arguments);
        Symbol symbol = new Symbol(asked.symbol());
        return held.with(context, arguments, (portfolio, view) -> {
            Optional<Holding> holding = view.holdings().stream()
                    .filter(one -> one.symbol().equals(symbol))
                    .findFirst();
            BigDecimal before = holding.map(one -> one.quantity().value()).orElse(BigDecimal.ZERO);
            BigDecimal change = asked.side() == Side.BUY
                    ? asked.quantity()
                    : asked.quantity().negate();
            if (before.add(change).signum() < 0) {
                return new ToolRefusal(
                        Reason.BAD_ARGUMENTS,
                        portfolio.name().value() + " holds " + before.toPlainString() + " units of " + symbol
                                + ", so it cannot sell " + asked.quantity().toPlainString() + ".");
            }
            Optional<Money> price = holding.map(Holding::price).or(() -> latest(symbol));
            if (price.isEmpty()) {
                return new ToolRefusal(Reason.NO_DATA, "There are no prices of " + symbol + ".");
            }
            if (!price.get().currency().equals(view.currency())) {
                return new ToolRefusal(
                        Reason.NO_DATA,
                        symbol + " is priced in " + price.get().currency() + ", and trades in other currencies than "
                                + view.currency() + " cannot be tried out.");
            }
            return result(context, portfolio, view, new Tried(symbol, before, change, price.get(), asked.side()));
        });
    }

    private Optional<Money> latest(Symbol symbol) {
        return held.prices(symbol).filter(series -> series.size() > 0).map(WhatIfTradeTool::lastClose);
    }

    private static Money lastClose(PriceSeries series) {
        return new Money(series.close(series.size() - 1), series.currency());
    }

    private record Tried(Symbol symbol, BigDecimal before, BigDecimal change, Money price, Side side) {

        Money amount() {
            return price.times(change);
        }
    }

    private ToolOutcome result(ToolContext context, Portfolio portfolio, HoldingsView view, Tried tried) {
        Map<Symbol, Double> before = new LinkedHashMap<>();
        view.holdings()
                .forEach(one -> before.put(one.symbol(), one.value().amount().doubleValue()));
        Map<Symbol, Double> after = new LinkedHashMap<>(before);
        after.merge(tried.symbol(), tried.amount().amount().doubleValue(), Double::sum);
        double total = view.total().amount().doubleValue();
        Money invested = view.holdings().stream().map(Holding::value).reduce(Money.zero(view.currency()), Money::plus);
        Money cashAfter = view.total().minus(invested).minus(tried.amount());
        FigureList figures = new FigureList()
                .add(Metric.AS_OF.day(view.asOf()))
                .add(Metric.SYMBOL.text(tried.symbol().value()))
                .add(Metric.PRICE.amount(tried.price()))
                .add(Metric.AMOUNT.amount(
                        tried.side() == Side.BUY
                                ? tried.amount()
                                : tried.amount().negated()))
                .add(Metric.TRADED_QUANTITY.quantity(tried.change().abs()))
                .add(Metric.QUANTITY.quantity(tried.before()))
                .add(Metric.QUANTITY_AFTER.quantity(tried.before().add(tried.change())))
                .add(Metric.CASH_AFTER.amount(cashAfter))
                .add(Metric.EFFECTIVE_HOLDINGS.ratio(effective(before)))
                .add(Metric.EFFECTIVE_HOLDINGS_AFTER.ratio(effective(after)));
        if (total > 0) {
            figures.add(Metric.WEIGHT.percent(before.getOrDefault(tried.symbol(), 0.0) / total))
                    .add(Metric.WEIGHT_AFTER.percent(after.getOrDefault(tried.symbol(), 0.0) / total))
                    .add(Metric.CASH_WEIGHT_AFTER.percent(cashAfter.amount().doubleValue() / total));
            addVolatility(context, portfolio, view, before, after, figures);
        }
        if (cashAfter.signum() < 0) {
            figures.note("Cash would be negative after this trade.");
        }
        return new ToolResult(
                "Trying out in " + portfolio.name().value() + " to "
                        + (tried.side() == Side.BUY ? "buy " : "sell ")
                        + tried.change().abs().toPlainString() + " " + tried.symbol(),
                "/api/portfolio/" + portfolio.id() + "/holdings?as_of=" + view.asOf(),
                figures.figures(),
                List.of(),
                figures.note("At the latest price, without fees and taxes. Nothing is traded.")
                        .notes());
    }

    /** The inverse of the Herfindahl-Hirschman index of what is invested. */
    private static double effective(Map<Symbol, Double> values) {
        double sum = values.values().stream().mapToDouble(Double::doubleValue).sum();
        double squares =
                values.values().stream().mapToDouble(value -> value * value).sum();
        return squares > 0 ? sum * sum / squares : 0;
    }

    /** Of both mixes over the last year, each held at its weights. */
    private void addVolatility(
            ToolContext context,
            Portfolio portfolio,
            HoldingsView view,
            Map<Symbol, Double> before,
            Map<Symbol, Double> after,
            FigureList figures) {
        LocalDate from = view.asOf().minusYears(1);
        List<AdjustedCloses> closes = new ArrayList<>();
        for (Symbol symbol : after.keySet()) {
            Optional<AdjustedCloses> found = held.closes(context, portfolio, symbol, from, view.asOf())
                    .filter(one -> one.size() > 2 && !one.day(0).isAfter(from));
            if (found.isEmpty()) {
                figures.note("Volatility is not available: the prices of " + symbol + " do not cover a year.");
                return;
            }
            closes.add(found.get());
        }
        double[][] returns = CommonReturns.of(closes);
        double total = view.total().amount().doubleValue();
        figures.percent(Metric.VOLATILITY, report(before, after, returns, total).volatility())
                .percent(
                        Metric.VOLATILITY_AFTER,
                        report(after, after, returns, total).volatility());
    }

    private static RiskReport report(
            Map<Symbol, Double> values, Map<Symbol, Double> order, double[][] returns, double total) {
        double[] mixed = new double[returns[0].length];
        int row = 0;
        for (Symbol symbol : order.keySet()) {
            double weight = values.getOrDefault(symbol, 0.0) / total;
            for (int t = 0; t < mixed.length; t++) {
                mixed[t] += weight * returns[row][t];
            }
            row++;
        }
        return RiskReport.of(mixed, RiskConventions.usual(PeriodsPerYear.DAILY));
    }
}
