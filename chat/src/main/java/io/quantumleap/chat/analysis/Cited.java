package io.quantumleap.chat.analysis;

import io.quantumleap.chat.evidence.CitedFigure;
import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.evidence.Source;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolResult.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One tool's result, and the figures of it that a statement has used so far. Made for one statement. */
final class Cited {

    private final String tool;
    private final ToolResult result;
    private final List<CitedFigure> used = new ArrayList<>();

    Cited(String tool, ToolResult result) {
        this.tool = tool;
        this.result = result;
    }

    ToolResult result() {
        return result;
    }

    /** The figure of the whole as people read it; noted as used. */
    Optional<String> show(Metric metric) {
        return result.figure(metric).map(figure -> noted(figure.label(), figure));
    }

    /** The figure of a part. */
    Optional<String> show(Row row, Metric metric) {
        return row.figure(metric).map(figure -> noted(row.label() + " " + figure.label(), figure));
    }

    /** Without the minus sign, for words that already say loss. */
    Optional<String> size(Metric metric) {
        return show(metric).map(Cited::unsigned);
    }

    Optional<String> size(Row row, Metric metric) {
        return show(row, metric).map(Cited::unsigned);
    }

    private static String unsigned(String text) {
        return text.startsWith("-") ? text.substring(1) : text;
    }

    private String noted(String name, Figure figure) {
        used.add(new CitedFigure(name, figure.display()));
        return figure.display();
    }

    /** The source with what was used. */
    Source source() {
        return new Source(tool, result.title(), result.href(), used);
    }

    static String name(Metric metric) {
        return metric.name().toLowerCase(Locale.ROOT);
    }
}
