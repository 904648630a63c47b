package io.quantumleap.chat.analyst;

import static io.quantumleap.chat.analyst.Prose.period;
import static io.quantumleap.chat.analyst.Prose.periodInside;
import static io.quantumleap.chat.analyst.Prose.show;
import static io.quantumleap.chat.analyst.Prose.size;

import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolResult.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers about the risk of the whole portfolio. */
final class RiskAnswers {

    private static final int MOST_DRAWDOWNS = 5;

    private static final Map<Concept, List<Metric>> METRICS = Map.ofEntries(
            Map.entry(Concept.VOLATILITY, List.of(Metric.VOLATILITY)),
            Map.entry(Concept.VALUE_AT_RISK, List.of(Metric.VAR_95)),
            Map.entry(Concept.EXPECTED_SHORTFALL, List.of(Metric.EXPECTED_SHORTFALL_95)),
            Map.entry(Concept.SHARPE, List.of(Metric.SHARPE)),
            Map.entry(Concept.SORTINO, List.of(Metric.SORTINO)),
            Map.entry(Concept.CALMAR, List.of(Metric.CALMAR)),
            Map.entry(Concept.DOWNSIDE, List.of(Metric.DOWNSIDE_DEVIATION)),
            Map.entry(Concept.SKEWNESS, List.of(Metric.SKEWNESS)),
            Map.entry(Concept.KURTOSIS, List.of(Metric.EXCESS_KURTOSIS)),
            Map.entry(Concept.ULCER, List.of(Metric.ULCER_INDEX)),
            Map.entry(Concept.BEST_DAY, List.of(Metric.BEST_DAY)),
            Map.entry(Concept.WORST_DAY, List.of(Metric.WORST_DAY)),
            Map.entry(Concept.POSITIVE_DAYS, List.of(Metric.POSITIVE_DAYS)));

    private RiskAnswers() {}

    static Step overview(Inquiry inquiry) {
        return withRisk(inquiry, (risk, opening) -> {
            if (risk.figure(Metric.VOLATILITY).isEmpty()) {
                return Step.say(opening + "The risk of " + inquiry.name() + " cannot be measured: "
                        + Prose.whyMissing(risk, Metric.VOLATILITY));
            }
            StringBuilder text = new StringBuilder(opening + period(risk) + " " + inquiry.name()
                    + " had a volatility of " + show(risk, Metric.VOLATILITY) + " a year.");
            text.append(' ').append(deepestFall(risk, "Its"));
            if (Prose.isNegative(risk.figure(Metric.VAR_95))) {
                text.append(" With 95 % confidence it lost no more than ")
                        .append(size(risk.figure(Metric.VAR_95)))
                        .append(" in a day (value at risk); on the days beyond that it lost ")
                        .append(size(risk.figure(Metric.EXPECTED_SHORTFALL_95)))
                        .append(" on average (expected shortfall).");
            }
            risk.figure(Metric.SHARPE).ifPresent(sharpe -> text.append(" Its Sharpe ratio is ")
                    .append(sharpe.display())
                    .append('.'));
            return Step.say(text.toString());
        });
    }

    static Step measures(Inquiry inquiry) {
        return withRisk(inquiry, (risk, opening) -> {
            List<String> sentences = new ArrayList<>();
            for (Concept concept : inquiry.reading().concepts()) {
                METRICS.getOrDefault(concept, List.of())
                        .forEach(metric -> sentences.add(sentence(inquiry, risk, metric)));
            }
            return Step.say(
                    opening + String.join(" ", sentences.stream().distinct().toList()));
        });
    }

    private static String sentence(Inquiry inquiry, ToolResult risk, Metric metric) {
        return risk.figure(metric)
                .map(figure -> "The " + metric.label() + " of " + inquiry.name() + " " + periodInside(risk) + " is "
                        + figure.display() + ".")
                .orElseGet(() ->
                        "For " + inquiry.name() + " " + periodInside(risk) + ": " + Prose.whyMissing(risk, metric));
    }

    static Step drawdowns(Inquiry inquiry) {
        return inquiry.withPeriod(inquiry.arguments(), (arguments, opening) -> inquiry.findings()
                .with(FinancialTools.DRAWDOWNS, arguments, found -> {
                    if (found.rows().isEmpty()) {
                        return Step.say(opening + period(found) + " " + inquiry.name() + " had no drawdown.");
                    }
                    int count = Math.min(
                            inquiry.reading().count().orElse(MOST_DRAWDOWNS),
                            found.rows().size());
                    StringBuilder text = new StringBuilder(opening + "These were the deepest drawdowns of "
                            + inquiry.name() + " " + periodInside(found) + ":");
                    found.rows().stream().limit(count).forEach(row -> text.append("\n- ")
                            .append(fall(row)));
                    text.append('\n').append(now(found));
                    return Step.say(text.toString());
                }));
    }

    private static String fall(Row row) {
        String ending = row.figure(Metric.RECOVERY_DATE)
                .map(day -> ", recovered on " + day.display())
                .orElse(", not recovered yet");
        return "Drawdown of " + size(row.figure(Metric.DRAWDOWN_DEPTH)) + ": from " + show(row, Metric.PEAK_DATE)
                + " down to " + show(row, Metric.TROUGH_DATE) + ending + " (" + show(row, Metric.LENGTH_DAYS)
                + " days).";
    }

    private static String now(ToolResult found) {
        Optional<Figure> current = found.figure(Metric.CURRENT_DRAWDOWN);
        return Prose.isNegative(current)
                ? "On " + show(found, Metric.TO) + " it stood " + size(current) + " below its peak."
                : "On " + show(found, Metric.TO) + " it stood at its peak.";
    }

    /** "Its maximum drawdown was 21.60 %, from … to …, and it has recovered." */
    static String deepestFall(ToolResult risk, String whose) {
        Optional<Figure> depth = risk.figure(Metric.MAX_DRAWDOWN);
        if (!Prose.isNegative(depth)) {
            return whose + " maximum drawdown was " + show(depth) + ".";
        }
        String dates = risk.figure(Metric.PEAK_DATE).isPresent()
                ? ", from " + show(risk, Metric.PEAK_DATE) + " to " + show(risk, Metric.TROUGH_DATE)
                        + risk.figure(Metric.RECOVERY_DATE)
                                .map(day -> ", recovered by " + day.display())
                                .orElse(", not recovered by " + show(risk, Metric.TO))
                : "";
        return whose + " maximum drawdown was " + size(depth) + dates + ".";
    }

    private static Step withRisk(Inquiry inquiry, RiskStep next) {
        return inquiry.withPeriod(inquiry.arguments(), (arguments, opening) -> inquiry.findings()
                .with(FinancialTools.RISK, arguments, risk -> next.apply(risk, opening)));
    }

    @FunctionalInterface
    private interface RiskStep {
        Step apply(ToolResult risk, String opening);
    }
}
