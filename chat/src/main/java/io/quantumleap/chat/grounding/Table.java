package io.quantumleap.chat.grounding;

import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.FigureValue;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.ToolResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A result as a table that orders can be read from. */
record Table(ToolResult result) {

    /** Labels with their number of a measure, the greatest first; only parts that have one. */
    List<String> order(Metric metric) {
        Map<String, Double> numbers = new TreeMap<>();
        result.rows().forEach(row -> row.figure(metric)
                .map(Figure::value)
                .map(Table::number)
                .filter(OptionalDouble::isPresent)
                .ifPresent(number -> numbers.put(row.label(), number.getAsDouble())));
        List<String> labels = new ArrayList<>(numbers.keySet());
        labels.sort(Comparator.comparing(numbers::get, Comparator.reverseOrder()));
        return labels;
    }

    Optional<Double> whole(Metric metric) {
        return result.figure(metric)
                .map(Figure::value)
                .map(Table::number)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble);
    }

    Optional<Double> of(String label, Metric metric) {
        return result.row(label)
                .flatMap(row -> row.figure(metric))
                .map(Figure::value)
                .map(Table::number)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble);
    }

    /** The instrument that the whole result is about. */
    Optional<String> subject() {
        return result.figure(Metric.SYMBOL).map(Figure::display);
    }

    static OptionalDouble number(FigureValue value) {
        if (value instanceof FigureValue.Percent percent) {
            return OptionalDouble.of(percent.ratio());
        }
        if (value instanceof FigureValue.Amount amount) {
            return OptionalDouble.of(amount.money().amount().doubleValue());
        }
        if (value instanceof FigureValue.Ratio ratio) {
            return OptionalDouble.of(ratio.value());
        }
        return value instanceof FigureValue.Count count
                ? OptionalDouble.of((double) count.value())
                : OptionalDouble.empty();
    }
}
