package io.quantumleap.chat.analyst;

import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.FigureValue;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.ToolResult;
import java.util.List;
import java.util.Optional;

/** Turns figures into words; it rounds nothing and adds nothing. */
final class Prose {

    private Prose() {}

    /** The figure as people read it; "unknown" when there is none. */
    static String show(Optional<Figure> figure) {
        return figure.map(Figure::display).orElse("unknown");
    }

    static String show(ToolResult result, Metric metric) {
        return show(result.figure(metric));
    }

    static String show(ToolResult.Row row, Metric metric) {
        return show(row.figure(metric));
    }

    /** The figure without its minus sign, for words that already say loss. */
    static String size(Optional<Figure> figure) {
        String shown = show(figure);
        return shown.startsWith("-") ? shown.substring(1) : shown;
    }

    static boolean isNegative(Optional<Figure> figure) {
        return figure.map(Figure::value).map(Prose::signum).orElse(0) < 0;
    }

    private static int signum(FigureValue value) {
        if (value instanceof FigureValue.Amount amount) {
            return amount.money().signum();
        }
        if (value instanceof FigureValue.Percent percent) {
            return (int) Math.signum(percent.ratio());
        }
        return value instanceof FigureValue.Ratio ratio ? (int) Math.signum(ratio.value()) : 0;
    }

    /** "gained 5.00 USD" or "lost 5.00 USD". */
    static String gainedOrLost(Optional<Figure> figure) {
        return (isNegative(figure) ? "lost " : "gained ") + size(figure);
    }

    /** "From 2020-01-01 to 2020-12-31", or "On" a day when both are the same. */
    static String period(ToolResult result) {
        return "From " + show(result, Metric.FROM) + " to " + show(result, Metric.TO);
    }

    /** The same in the middle of a sentence. */
    static String periodInside(ToolResult result) {
        return "from " + show(result, Metric.FROM) + " to " + show(result, Metric.TO);
    }

    /** Why a figure is missing, as the tool says it. */
    static String whyMissing(ToolResult result, Metric metric) {
        return result.notes().stream()
                .filter(note -> note.startsWith(metric.label()))
                .findFirst()
                .orElse(metric.label() + " is not available.");
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** "A, B and C". */
    static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.get(items.size() - 1);
    }
}
