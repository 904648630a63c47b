package io.quantumleap.chat.analysis;

import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.FigureValue;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolResult;
import java.util.List;

/** The scores of a health check, each with the formula that the check states and the figures that it rests on. */
final class Scores {

    private static final String NO_FORMULA = "The formula is not stated.";

    private Scores() {}

    static List<Score> of(ToolResult health) {
        return List.of(
                score(
                        health,
                        Metric.OVERALL_SCORE,
                        "Overall score:",
                        Metric.PERFORMANCE_SCORE,
                        Metric.DIVERSIFICATION_SCORE,
                        Metric.RISK_SCORE),
                score(health, Metric.PERFORMANCE_SCORE, "Performance score:", Metric.PROBABILISTIC_SHARPE),
                score(
                        health,
                        Metric.DIVERSIFICATION_SCORE,
                        "Diversification score:",
                        Metric.CONCENTRATION,
                        Metric.HOLDING_COUNT),
                score(
                        health,
                        Metric.RISK_SCORE,
                        "Risk score:",
                        Metric.RISK_LEVEL,
                        Metric.VOLATILITY,
                        Metric.CURRENT_DRAWDOWN));
    }

    private static Score score(ToolResult health, Metric metric, String formula, Metric... restsOn) {
        Cited cited = new Cited(FinancialTools.HEALTH.name(), health);
        for (Metric part : restsOn) {
            cited.show(part);
        }
        if (metric == Metric.RISK_SCORE) {
            health.rows().forEach(row -> {
                cited.show(row, Metric.SHARE_OF_INVESTED);
                cited.show(row, Metric.LINE);
            });
        }
        Double number = health.figure(metric).map(Scores::number).orElse(null);
        String sentence = number == null ? note(health, metric.label()) : note(health, formula);
        return new Score(metric.key(), number, sentence, cited.source());
    }

    private static Double number(Figure figure) {
        return ((FigureValue.Ratio) figure.value()).value();
    }

    private static String note(ToolResult health, String start) {
        return health.notes().stream()
                .filter(note -> note.startsWith(start))
                .findFirst()
                .orElse(NO_FORMULA);
    }
}
