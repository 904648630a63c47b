package io.quantumleap.chat.grounding;

import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The results of the tools as tables, and what they say together. Not safe for use by many threads. */
final class Tables {

    private final List<Table> all = new ArrayList<>();

    void add(Table table) {
        all.add(table);
    }

    List<Table> all() {
        return all;
    }

    /** The instruments that whole results are about, by a measure of these, the greatest first. */
    List<String> subjectsBy(Metric measure) {
        Map<String, Double> numbers = new TreeMap<>();
        for (Table table : all) {
            table.subject().ifPresent(subject -> table.whole(measure).ifPresent(value -> numbers.put(subject, value)));
        }
        List<String> order = new ArrayList<>(numbers.keySet());
        order.sort(Comparator.comparing(numbers::get, Comparator.reverseOrder()));
        return order;
    }

    /** The symbols that stand for a benchmark. */
    List<String> benchmarks() {
        return all.stream()
                .flatMap(table -> table.result().figure(Metric.BENCHMARK).stream())
                .map(Figure::display)
                .distinct()
                .toList();
    }

    /** 1 when the portfolio was ahead of its benchmark, -1 when it was behind; empty when results disagree or do not say. */
    Optional<Integer> aheadOfBenchmark() {
        Set<Integer> signs = new LinkedHashSet<>();
        for (Table table : all) {
            Optional<Double> own = table.whole(Metric.TIME_WEIGHTED_RETURN);
            Optional<Double> other = table.whole(Metric.BENCHMARK_RETURN);
            if (own.isPresent() && other.isPresent()) {
                signs.add((int) Math.signum(own.get() - other.get()));
            }
        }
        return signs.size() == 1 ? signs.stream().filter(sign -> sign != 0).findFirst() : Optional.empty();
    }

    /** The signs of what whole results say about the change of the portfolio. */
    List<Integer> signsOfWhole(List<Metric> measures) {
        return all.stream()
                .filter(table -> table.subject().isEmpty())
                .flatMap(table -> measures.stream().flatMap(measure -> table.whole(measure).stream()))
                .map(value -> (int) Math.signum(value))
                .toList();
    }

    /** The signs of what results say about the change of one part. */
    List<Integer> signsOf(String label, List<Metric> measures) {
        List<Integer> signs = new ArrayList<>();
        for (Table table : all) {
            for (Metric measure : measures) {
                table.of(label, measure).ifPresent(value -> signs.add((int) Math.signum(value)));
                if (table.subject().filter(label::equals).isPresent()) {
                    table.whole(measure).ifPresent(value -> signs.add((int) Math.signum(value)));
                }
            }
        }
        return signs;
    }
}
