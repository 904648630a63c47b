package io.quantumleap.chat.analysis;

import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.FigureValue;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ScenarioTools;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolResult.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words what the tools found, one statement at a time, and keeps the figures that each rests on. It computes nothing. */
final class Statements {

    private Statements() {}

    /** The risks that stand out, then how the holdings are spread, the return and the chance that it is no luck. */
    static List<Finding> ofHealth(ToolResult health) {
        List<Finding> found = new ArrayList<>();
        health.rows().forEach(row -> found.add(risk(health, row)));
        spread(health).ifPresent(found::add);
        luck(health).ifPresent(found::add);
        return found;
    }

    private static Finding risk(ToolResult health, Row row) {
        Cited cited = cited(health);
        String level = row.figure(Metric.RISK_LEVEL).map(Figure::display).orElse(Finding.INFO);
        String line = cited.show(row, Metric.LINE).orElse("unknown");
        String statement;
        if (row.figure(Metric.SHARE_OF_INVESTED).isPresent()) {
            statement = row.label() + " is "
                    + cited.show(row, Metric.SHARE_OF_INVESTED).orElse("unknown") + " of what is invested; from " + line
                    + " on, a largest holding counts as a " + level + " risk.";
        } else if (row.figure(Metric.VOLATILITY).isPresent()) {
            statement =
                    "The volatility was " + cited.show(row, Metric.VOLATILITY).orElse("unknown") + " a year; from "
                            + line + " on, it counts as a " + level + " risk.";
        } else {
            statement = "The portfolio stands "
                    + cited.size(row, Metric.CURRENT_DRAWDOWN).orElse("unknown")
                    + " below its highest point; from " + line + " on, that counts as a " + level + " risk.";
        }
        return new Finding(name(row), level, statement, cited.source());
    }

    private static Optional<Finding> spread(ToolResult health) {
        if (health.figure(Metric.CONCENTRATION).isEmpty()) {
            return Optional.empty();
        }
        Cited cited = cited(health);
        String statement = "What is invested is spread over "
                + cited.show(Metric.HOLDING_COUNT).orElse("unknown") + " holdings as if over "
                + cited.show(Metric.EFFECTIVE_HOLDINGS).orElse("unknown")
                + " equal ones (Herfindahl-Hirschman index "
                + cited.show(Metric.CONCENTRATION).orElse("unknown") + ").";
        return Optional.of(new Finding("spread", Finding.INFO, statement, cited.source()));
    }

    private static Optional<Finding> luck(ToolResult health) {
        Cited cited = cited(health);
        return cited.show(Metric.PROBABILISTIC_SHARPE)
                .map(probability -> new Finding(
                        "probabilistic_sharpe",
                        Finding.INFO,
                        "The probability that the true Sharpe ratio is above zero is " + probability + ".",
                        cited.source()));
    }

    /** How the portfolio did. */
    static List<Finding> ofPerformance(ToolResult performance) {
        Cited cited = new Cited(FinancialTools.PERFORMANCE.name(), performance);
        return cited
                .show(Metric.TIME_WEIGHTED_RETURN)
                .map(total -> new Finding(
                        "return",
                        Finding.INFO,
                        "From " + cited.show(Metric.FROM).orElse("unknown") + " to "
                                + cited.show(Metric.TO).orElse("unknown") + " the time-weighted return was " + total
                                + cited.show(Metric.CAGR)
                                        .map(rate -> ", a growth rate of " + rate + " a year")
                                        .orElse("")
                                + ".",
                        cited.source()))
                .stream()
                .toList();
    }

    /** The deepest fall. */
    static List<Finding> ofDrawdowns(ToolResult drawdowns) {
        Cited cited = new Cited(FinancialTools.DRAWDOWNS.name(), drawdowns);
        return drawdowns.rows().stream()
                .limit(1)
                .map(row -> new Finding(
                        "deepest_drawdown",
                        Finding.INFO,
                        "The deepest fall was "
                                + cited.size(row, Metric.DRAWDOWN_DEPTH).orElse("unknown") + ", from "
                                + cited.show(row, Metric.PEAK_DATE).orElse("unknown") + " to "
                                + cited.show(row, Metric.TROUGH_DATE).orElse("unknown")
                                + cited.show(row, Metric.RECOVERY_DATE)
                                        .map(day -> ", recovered on " + day)
                                        .orElse(", not recovered yet")
                                + ".",
                        cited.source()))
                .toList();
    }

    /** Which holding lost most and which gained most. */
    static List<Finding> ofContributions(ToolResult contributions) {
        List<Row> rows = contributions.rows();
        List<Finding> found = new ArrayList<>();
        if (rows.isEmpty()) {
            return found;
        }
        Row first = rows.get(0);
        Row last = rows.get(rows.size() - 1);
        if (isLoss(first)) {
            Cited cited = new Cited(ScenarioTools.CONTRIBUTION.name(), contributions);
            found.add(new Finding(
                    "greatest_loss",
                    Finding.INFO,
                    first.label() + " lost the most: "
                            + cited.size(first, Metric.GAIN).orElse("unknown") + ".",
                    cited.source()));
        }
        if (!isLoss(last)) {
            Cited cited = new Cited(ScenarioTools.CONTRIBUTION.name(), contributions);
            found.add(new Finding(
                    "greatest_gain",
                    Finding.INFO,
                    last.label() + " gained the most: "
                            + cited.show(last, Metric.GAIN).orElse("unknown") + ".",
                    cited.source()));
        }
        return found;
    }

    private static boolean isLoss(Row row) {
        return row.figure(Metric.GAIN)
                .map(Figure::value)
                .filter(FigureValue.Amount.class::isInstance)
                .map(value -> ((FigureValue.Amount) value).money().signum() < 0)
                .orElse(false);
    }

    /** The portfolio beside the benchmark. */
    static List<Finding> ofComparison(ToolResult comparison) {
        Cited cited = new Cited(FinancialTools.COMPARISON.name(), comparison);
        Optional<String> own = cited.show(Metric.TIME_WEIGHTED_RETURN);
        Optional<String> other = cited.show(Metric.BENCHMARK_RETURN);
        if (own.isEmpty() || other.isEmpty()) {
            return List.of();
        }
        String statement = "The portfolio returned " + own.get() + " and "
                + cited.show(Metric.BENCHMARK).orElse("the benchmark") + " returned " + other.get() + "."
                + cited.show(Metric.BETA)
                        .map(beta -> " Its beta was " + beta + ".")
                        .orElse("");
        return List.of(new Finding("benchmark", Finding.INFO, statement, cited.source()));
    }

    /** What would bring the risks that stand out back to their lines. */
    static List<Finding> remedies(ToolResult health) {
        return health.rows().stream().map(row -> remedy(health, row)).toList();
    }

    private static Finding remedy(ToolResult health, Row row) {
        Cited cited = cited(health);
        String level = row.figure(Metric.RISK_LEVEL).map(Figure::display).orElse(Finding.INFO);
        String line = cited.show(row, Metric.LINE).orElse("unknown");
        String statement;
        if (row.figure(Metric.SHARE_OF_INVESTED).isPresent()) {
            statement = "If " + cited.show(row, Metric.TO_CASH).orElse("unknown")
                    + " of what is invested were moved from " + row.label() + " into cash, " + row.label()
                    + " would stand at the line of " + line + ".";
        } else if (row.figure(Metric.VOLATILITY).isPresent()) {
            statement = "If " + cited.show(row, Metric.TO_CASH).orElse("unknown")
                    + " of the portfolio were moved evenly into cash, its volatility would have been " + line
                    + " a year.";
        } else {
            statement = cited.show(row, Metric.GAIN_TO_PEAK)
                    .map(gain -> "If the portfolio gained " + gain + ", it would be back at its highest point.")
                    .orElse("No gain leads back from a total loss.");
        }
        return new Finding(name(row), level, statement, cited.source());
    }

    private static String name(Row row) {
        if (row.figure(Metric.SHARE_OF_INVESTED).isPresent()) {
            return "largest_holding";
        }
        return row.label().toLowerCase(Locale.ROOT);
    }

    private static Cited cited(ToolResult health) {
        return new Cited(FinancialTools.HEALTH.name(), health);
    }
}
