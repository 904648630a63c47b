package io.quantumleap.chat.analyst;

import static io.quantumleap.chat.analyst.Prose.gainedOrLost;
import static io.quantumleap.chat.analyst.Prose.show;

import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ScenarioTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolResult.Row;
import java.math.BigDecimal;
import java.util.Optional;

/** Answers that try something out: a fall of prices, a trade, other weights. Nothing is ever traded. */
final class ScenarioAnswers {

    private static final BigDecimal USUAL_SHOCK = BigDecimal.valueOf(-20);

    private ScenarioAnswers() {}

    static Step stress(Inquiry inquiry) {
        Optional<BigDecimal> change = Scenario.change(inquiry.reading().text());
        boolean replay = change.isEmpty() && inquiry.reading().period().isPresent();
        return replay
                ? inquiry.withPeriod(inquiry.arguments(), (arguments, opening) -> stressed(inquiry, arguments, opening))
                : stressed(inquiry, shocked(inquiry, change.orElse(USUAL_SHOCK)), "");
    }

    private static ToolArguments shocked(Inquiry inquiry, BigDecimal change) {
        ToolArguments shock = inquiry.arguments().and("change_percent", change.toPlainString());
        return inquiry.held().isEmpty()
                ? shock
                : shock.and(FinancialTools.SYMBOL, inquiry.held().get(0));
    }

    private static Step stressed(Inquiry inquiry, ToolArguments arguments, String opening) {
        return inquiry.findings().with(ScenarioTools.STRESS, arguments, found -> {
            String what = found.figure(Metric.CHANGE)
                    .map(change -> "If the price of "
                            + (inquiry.held().isEmpty()
                                    ? "every holding"
                                    : inquiry.held().get(0))
                            + " changed by " + change.display() + " at once")
                    .orElseGet(() ->
                            "If the prices " + Prose.periodInside(found) + " happened again to what you hold now");
            StringBuilder text = new StringBuilder(opening + what + ", " + inquiry.name() + " would have "
                    + gainedOrLost(found.figure(Metric.GAIN)) + " and would be worth " + show(found, Metric.VALUE_AFTER)
                    + " instead of " + show(found, Metric.VALUE) + ".");
            found.rows().forEach(row -> text.append("\n- ")
                    .append(row.label())
                    .append(' ')
                    .append(gainedOrLost(row.figure(Metric.GAIN))));
            return Step.say(text.toString());
        });
    }

    static Step trade(Inquiry inquiry) {
        Scenario.Trade trade = Scenario.trade(inquiry.reading().text()).orElseThrow();
        ToolArguments arguments = HoldingAnswers.instrument(
                        inquiry, inquiry.symbols().get(0))
                .and("side", trade.side())
                .and("quantity", trade.quantity());
        return inquiry.findings()
                .with(ScenarioTools.WHAT_IF_TRADE, arguments, found -> Step.say(traded(inquiry, trade, found)));
    }

    private static String traded(Inquiry inquiry, Scenario.Trade trade, ToolResult found) {
        String symbol = show(found, Metric.SYMBOL);
        StringBuilder text =
                new StringBuilder("At the price of " + show(found, Metric.PRICE) + " a trade to " + trade.side()
                        + " " + trade.quantity() + " " + symbol + " would move " + show(found, Metric.AMOUNT) + ". "
                        + inquiry.name() + " would then hold " + show(found, Metric.QUANTITY_AFTER) + " units of "
                        + symbol + " ("
                        + show(found, Metric.WEIGHT_AFTER) + " instead of " + show(found, Metric.WEIGHT) + ") and "
                        + show(found, Metric.CASH_AFTER) + " in cash.");
        found.figure(Metric.VOLATILITY_AFTER)
                .ifPresent(after -> text.append(" Held like this over the last year, its volatility would have been ")
                        .append(after.display())
                        .append(" a year instead of ")
                        .append(show(found, Metric.VOLATILITY))
                        .append('.'));
        return text.append(" I only worked this out; nothing is traded.").toString();
    }

    static Step rebalance(Inquiry inquiry) {
        return inquiry.findings().with(ScenarioTools.REBALANCE, inquiry.arguments(), found -> {
            StringBuilder text = new StringBuilder("These trades would bring " + inquiry.name()
                    + " to equal weights at the prices of " + show(found, Metric.AS_OF) + ":");
            found.rows().forEach(row -> text.append("\n- ").append(line(row)));
            text.append("\nAltogether they turn over ")
                    .append(show(found, Metric.TURNOVER))
                    .append(" of the portfolio. I only worked this out and do not recommend it; nothing is traded.");
            return Step.say(text.toString());
        });
    }

    private static String line(Row row) {
        return row.label() + ": " + show(row, Metric.TRADE_TYPE) + " " + show(row, Metric.AMOUNT) + ", from "
                + show(row, Metric.WEIGHT) + " to " + show(row, Metric.TARGET_WEIGHT) + ".";
    }
}
