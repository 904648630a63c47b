package io.quantumleap.chat.analyst;

import static io.quantumleap.chat.analyst.Prose.periodInside;
import static io.quantumleap.chat.analyst.Prose.show;
import static io.quantumleap.chat.analyst.Prose.size;

import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolResult.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers how healthy a portfolio is: its scores, what stands out, and what the scores say. */
final class HealthAnswers {

    private HealthAnswers() {}

    static Step check(Inquiry inquiry) {
        return inquiry.withPeriod(inquiry.arguments(), (arguments, opening) -> inquiry.findings()
                .with(FinancialTools.HEALTH, arguments, found -> Step.say(opening + told(inquiry.name(), found))));
    }

    /** The same from a health check that stands among the messages. */
    static Optional<String> summary(List<Message> messages) {
        return messages.stream()
                .filter(Message.FromTool.class::isInstance)
                .map(Message.FromTool.class::cast)
                .filter(message -> message.call().tool().equals(FinancialTools.HEALTH.name()))
                .filter(message -> message.outcome() instanceof ToolResult)
                .map(message -> told("The portfolio", (ToolResult) message.outcome()))
                .findFirst();
    }

    private static String told(String name, ToolResult health) {
        StringBuilder text = new StringBuilder();
        if (health.figure(Metric.OVERALL_SCORE).isPresent()) {
            text.append(name)
                    .append(" scores ")
                    .append(show(health, Metric.OVERALL_SCORE))
                    .append(" of ")
                    .append(show(health, Metric.BEST_SCORE))
                    .append(' ')
                    .append(periodInside(health))
                    .append(parts(health))
                    .append('.');
        } else {
            text.append(name)
                    .append(" cannot be scored ")
                    .append(periodInside(health))
                    .append('.');
        }
        text.append(" The level of risk is ")
                .append(show(health, Metric.RISK_LEVEL))
                .append('.');
        health.rows().forEach(row -> text.append("\n- ").append(line(row)));
        if (health.figure(Metric.OVERALL_SCORE).isPresent()) {
            text.append("\nThe performance score is the probability that the true Sharpe ratio is above zero, the"
                    + " diversification score shrinks with the concentration, and the risk score loses points for each"
                    + " risk that stands out. How they are weighted is a convention of this platform.");
        }
        return text.toString();
    }

    private static String parts(ToolResult health) {
        List<String> parts = new ArrayList<>();
        health.figure(Metric.PERFORMANCE_SCORE).ifPresent(score -> parts.add(score.display() + " for performance"));
        health.figure(Metric.DIVERSIFICATION_SCORE)
                .ifPresent(score -> parts.add(score.display() + " for diversification"));
        health.figure(Metric.RISK_SCORE).ifPresent(score -> parts.add(score.display() + " for risk"));
        return parts.isEmpty() ? "" : ": " + Prose.list(parts);
    }

    private static String line(Row row) {
        String level = show(row.figure(Metric.RISK_LEVEL));
        String reached = ", over the line of " + show(row, Metric.LINE) + " for a " + level + " risk";
        Optional<Figure> share = row.figure(Metric.SHARE_OF_INVESTED);
        if (share.isPresent()) {
            return row.label() + " is " + show(share) + " of what is invested" + reached + ".";
        }
        Optional<Figure> volatility = row.figure(Metric.VOLATILITY);
        return volatility.isPresent()
                ? "The volatility is " + show(volatility) + " a year" + reached + "."
                : "It stands " + size(row.figure(Metric.CURRENT_DRAWDOWN)) + " below its highest point" + reached + ".";
    }
}
