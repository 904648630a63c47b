package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.Metric;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** Collects the figures of a result; a measure without a number becomes a note that says why. */
final class FigureList {

    private final List<Figure> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    FigureList add(Figure figure) {
        figures.add(figure);
        return this;
    }

    FigureList day(Metric metric, Optional<LocalDate> day) {
        day.ifPresent(date -> figures.add(metric.day(date)));
        return this;
    }

    /** A share or a size. */
    FigureList percent(Metric metric, Measure measure) {
        return number(metric, measure, metric::percent);
    }

    /** A rise or a fall. */
    FigureList change(Metric metric, Measure measure) {
        return number(metric, measure, metric::change);
    }

    FigureList ratio(Metric metric, Measure measure) {
        return number(metric, measure, metric::ratio);
    }

    private FigureList number(Metric metric, Measure measure, DoubleFunction<Figure> form) {
        if (measure instanceof Measure.Value value) {
            figures.add(form.apply(value.number()));
        } else if (measure instanceof Measure.Unavailable none) {
            notes.add(metric.label() + " is not available: " + none.reason().sentence());
        }
        return this;
    }

    FigureList note(String note) {
        notes.add(note);
        return this;
    }

    FigureList notes(List<String> more) {
        notes.addAll(more);
        return this;
    }

    List<Figure> figures() {
        return figures;
    }

    List<String> notes() {
        return notes;
    }
}
