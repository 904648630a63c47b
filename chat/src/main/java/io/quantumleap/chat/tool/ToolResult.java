package io.quantumleap.chat.tool;

import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.Metric;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The figures that a tool gives.
 *
 * @param title what was looked at, such as {@code Holdings of Retirement on 2025-12-31}
 * @param href the path of the API that shows the same figures
 * @param figures the figures about the whole
 * @param rows the figures about its parts, in an order that the tool describes
 * @param notes conventions and warnings that belong to the figures, each one sentence
 */
public record ToolResult(String title, String href, List<Figure> figures, List<Row> rows, List<String> notes)
        implements ToolOutcome {

    /** Refuses missing parts and copies the lists. */
    public ToolResult {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(href, "href");
        figures = List.copyOf(figures);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /**
     * The figures about one part.
     *
     * @param label the part's name, such as a symbol
     * @param figures its figures
     */
    public record Row(String label, List<Figure> figures) {

        /** Refuses a missing label and copies the figures. */
        public Row {
            Objects.requireNonNull(label, "label");
            figures = List.copyOf(figures);
        }

        /** The figure of a measure, when the row has it. */
        public Optional<Figure> figure(Metric measure) {
            return find(figures, measure);
        }
    }

    /** The figure of a measure about the whole, when the result has it. */
    public Optional<Figure> figure(Metric measure) {
        return find(figures, measure);
    }

    /** The part of that name, when there is one. */
    public Optional<Row> row(String label) {
        return rows.stream().filter(row -> row.label().equals(label)).findFirst();
    }

    private static Optional<Figure> find(List<Figure> figures, Metric measure) {
        return figures.stream()
                .filter(figure -> figure.name().equals(measure.key()))
                .findFirst();
    }
}
