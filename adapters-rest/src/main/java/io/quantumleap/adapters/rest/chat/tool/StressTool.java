package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.analytics.simulation.HistoricalStress;
import io.quantumleap.analytics.simulation.HypotheticalStress;
import io.quantumleap.analytics.simulation.StressAnswer;
import io.quantumleap.analytics.simulation.StressResult;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.ParameterRecord;
import io.quantumleap.chat.tool.ScenarioTools;
import io.quantumleap.chat.tool.ScenarioTools.StressArguments;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolRefusal.Reason;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.port.Tool;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.valuation.Holding;
import io.quantumleap.core.valuation.HoldingsView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Shows what today's holdings would gain or lose in a scenario. */
public final class StressTool implements Tool {

    private final ParameterRecord<StressArguments> parameters = ParameterRecord.of(StressArguments.class);
    private final HeldPortfolio held;

    /** Works through this. */
    public StressTool(HeldPortfolio held) {
        this.held = held;
    }

    @Override
    public ToolSpecification specification() {
        return ScenarioTools.STRESS;
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        StressArguments asked = parameters.read(arguments);
        BigDecimal change = asked.changePercent();
        LocalDate from = asked.from();
        LocalDate to = asked.to();
        return held.with(context, arguments, (portfolio, view) -> {
            if (change != null) {
                return changed(portfolio, view, change, Optional.ofNullable(asked.symbol()));
            }
            return replayed(
                    context, portfolio, view, Objects.requireNonNull(from, "from"), Objects.requireNonNull(to, "to"));
        });
    }

    private static ToolOutcome changed(
            Portfolio portfolio, HoldingsView view, BigDecimal change, Optional<String> symbol) {
        Optional<Symbol> only = symbol.map(Symbol::new);
        boolean unknown = only.filter(wanted -> view.holdings().stream()
                        .noneMatch(holding -> holding.symbol().equals(wanted)))
                .isPresent();
        if (unknown) {
            return new ToolRefusal(
                    Reason.UNKNOWN_OBJECT, portfolio.name().value() + " does not hold " + only.get() + ".");
        }
        double ratio = change.doubleValue() / 100;
        double[] returns = view.holdings().stream()
                .mapToDouble(holding ->
                        only.map(wanted -> holding.symbol().equals(wanted)).orElse(true) ? ratio : 0)
                .toArray();
        String what = only.map(Symbol::value).orElse("all holdings") + " changing by " + change.toPlainString() + " %";
        FigureList figures = new FigureList().add(Metric.AS_OF.day(view.asOf())).add(Metric.CHANGE.change(ratio));
        return answer(
                portfolio,
                view,
                what,
                figures,
                HypotheticalStress.ofAssets(exposures(view), returns),
                "Every price changes at once; cash stays as it is.");
    }

    private ToolOutcome replayed(
            ToolContext context, Portfolio portfolio, HoldingsView view, LocalDate from, LocalDate to) {
        List<AdjustedCloses> closes = new ArrayList<>();
        for (Holding holding : view.holdings()) {
            Optional<AdjustedCloses> found = held.closes(context, portfolio, holding.symbol(), from, to)
                    .filter(one -> one.size() > 1 && !one.day(0).isAfter(from));
            if (found.isEmpty()) {
                return new ToolRefusal(
                        Reason.NO_DATA,
                        "The prices of " + holding.symbol() + " do not cover the days from " + from + " to " + to
                                + ".");
            }
            closes.add(found.get());
        }
        double[][] returns = CommonReturns.of(closes);
        FigureList figures = new FigureList()
                .add(Metric.FROM.day(from))
                .add(Metric.TO.day(to))
                .add(Metric.AS_OF.day(view.asOf()));
        return answer(
                portfolio,
                view,
                "the prices from " + from + " to " + to + " happening again",
                figures,
                HistoricalStress.replay(exposures(view), returns, 0, returns[0].length),
                "Prices in their own currencies; exchange rates and cash stay as they are.");
    }

    private static double[] exposures(HoldingsView view) {
        return view.holdings().stream()
                .mapToDouble(holding -> holding.value().amount().doubleValue())
                .toArray();
    }

    private static ToolOutcome answer(
            Portfolio portfolio, HoldingsView view, String what, FigureList figures, StressAnswer answer, String note) {
        if (answer instanceof StressAnswer.Unavailable unavailable) {
            return new ToolRefusal(Reason.NO_DATA, unavailable.reason().sentence());
        }
        StressResult result = answer.orElseThrow();
        Money gain = money(result.gain(), view);
        figures.add(Metric.VALUE.amount(view.total()))
                .add(Metric.GAIN.gain(gain))
                .add(Metric.VALUE_AFTER.amount(view.total().plus(gain)));
        if (view.total().signum() > 0) {
            figures.add(Metric.CONTRIBUTION.change(
                    result.gain() / view.total().amount().doubleValue()));
        }
        if (result.worstGain() < result.gain()) {
            figures.add(Metric.WORST_ON_THE_WAY.gain(money(result.worstGain(), view)));
        }
        return new ToolResult(
                "Scenario for " + portfolio.name().value() + ": " + what,
                "/api/portfolio/" + portfolio.id() + "/holdings?as_of=" + view.asOf(),
                figures.figures(),
                rows(view, result),
                List.of(note));
    }

    private static List<ToolResult.Row> rows(HoldingsView view, StressResult result) {
        return IntStream.range(0, result.size())
                .boxed()
                .sorted(Comparator.comparingDouble(result::gain))
                .map(i -> new ToolResult.Row(
                        view.holdings().get(i).symbol().value(),
                        List.of(Metric.GAIN.gain(money(result.gain(i), view)))))
                .toList();
    }

    private static Money money(double amount, HoldingsView view) {
        return new Money(BigDecimal.valueOf(amount), view.currency()).rounded();
    }
}
