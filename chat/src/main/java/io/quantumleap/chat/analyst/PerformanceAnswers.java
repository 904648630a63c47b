package io.quantumleap.chat.analyst;

import static io.quantumleap.chat.analyst.Prose.gainedOrLost;
import static io.quantumleap.chat.analyst.Prose.period;
import static io.quantumleap.chat.analyst.Prose.periodInside;
import static io.quantumleap.chat.analyst.Prose.show;
import static io.quantumleap.chat.analyst.Prose.size;

import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.FigureValue;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolResult.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers about returns, alone and beside a benchmark. */
final class PerformanceAnswers {

    private static final Map<Concept, Metric> RELATIVE = Map.of(
            Concept.BETA, Metric.BETA,
            Concept.ALPHA, Metric.ALPHA,
            Concept.CORRELATION, Metric.CORRELATION,
            Concept.R_SQUARED, Metric.R_SQUARED,
            Concept.TRACKING_ERROR, Metric.TRACKING_ERROR,
            Concept.INFORMATION_RATIO, Metric.INFORMATION_RATIO);

    private PerformanceAnswers() {}

    static Step overview(Inquiry inquiry) {
        return withPerformance(inquiry, (found, opening) -> {
            if (found.figure(Metric.TIME_WEIGHTED_RETURN).isEmpty()) {
                return Step.say(opening + "The return of " + inquiry.name() + " cannot be measured: "
                        + Prose.whyMissing(found, Metric.TIME_WEIGHTED_RETURN));
            }
            StringBuilder text = new StringBuilder(opening + period(found) + " " + inquiry.name() + " returned "
                    + show(found, Metric.TIME_WEIGHTED_RETURN) + " (time-weighted)");
            found.figure(Metric.CAGR)
                    .ifPresent(rate ->
                            text.append(", which is ").append(rate.display()).append(" a year"));
            text.append('.');
            found.figure(Metric.GAIN).ifPresent(gain -> text.append(" In money you ")
                    .append(gainedOrLost(Optional.of(gain)))
                    .append('.'));
            found.figure(Metric.MONEY_WEIGHTED_RETURN).ifPresent(rate -> text.append(" The money-weighted return is ")
                    .append(rate.display())
                    .append(" a year."));
            return Step.say(text.toString());
        });
    }

    static Step years(Inquiry inquiry) {
        return withPerformance(inquiry, (found, opening) -> {
            List<Row> years = found.rows().stream()
                    .filter(row -> row.figure(Metric.YEAR_RETURN).isPresent())
                    .toList();
            if (years.isEmpty()) {
                return Step.say(opening + "There is no calendar year to measure yet.");
            }
            Comparator<Row> order = Comparator.comparingDouble(PerformanceAnswers::yearReturn);
            if (inquiry.reading().has(Concept.BEST_YEAR)) {
                return Step.say(
                        opening + yearly("best", years.stream().max(order).orElseThrow(), inquiry));
            }
            if (inquiry.reading().has(Concept.WORST_YEAR)) {
                return Step.say(
                        opening + yearly("worst", years.stream().min(order).orElseThrow(), inquiry));
            }
            StringBuilder text = new StringBuilder(
                    opening + "These are the time-weighted returns of " + inquiry.name() + " by calendar year:");
            years.forEach(
                    row -> text.append("\n- ").append(row.label()).append(": ").append(show(row, Metric.YEAR_RETURN)));
            return Step.say(text.toString());
        });
    }

    private static String yearly(String which, Row row, Inquiry inquiry) {
        return "The " + which + " calendar year of " + inquiry.name() + " was " + row.label() + " with a return of "
                + show(row, Metric.YEAR_RETURN) + ".";
    }

    private static double yearReturn(Row row) {
        return row.figure(Metric.YEAR_RETURN)
                .map(Figure::value)
                .filter(FigureValue.Percent.class::isInstance)
                .map(value -> ((FigureValue.Percent) value).ratio())
                .orElse(0.0);
    }

    static Step comparison(Inquiry inquiry) {
        return withBenchmark(
                inquiry,
                benchmark -> inquiry.withPeriod(
                        inquiry.arguments().and(FinancialTools.BENCHMARK_SYMBOL, benchmark),
                        (arguments, opening) -> inquiry.findings().with(FinancialTools.COMPARISON, arguments, found -> {
                            boolean single = RELATIVE.keySet().stream().anyMatch(inquiry.reading()::has);
                            return Step.say(opening
                                    + (single
                                            ? relativeMeasures(inquiry, found, benchmark)
                                            : besideBenchmark(inquiry, found, benchmark)));
                        })));
    }

    private static String relativeMeasures(Inquiry inquiry, ToolResult found, String benchmark) {
        List<String> sentences = new ArrayList<>();
        for (Concept concept : inquiry.reading().concepts()) {
            Metric metric = RELATIVE.get(concept);
            if (metric != null) {
                sentences.add(found.figure(metric)
                        .map(figure -> "Against " + benchmark + ", the " + metric.label() + " of " + inquiry.name()
                                + " " + periodInside(found) + " is " + figure.display() + ".")
                        .orElseGet(() -> Prose.whyMissing(found, metric)));
            }
        }
        return String.join(" ", sentences);
    }

    private static String besideBenchmark(Inquiry inquiry, ToolResult found, String benchmark) {
        if (found.figure(Metric.TIME_WEIGHTED_RETURN).isEmpty()
                || found.figure(Metric.BENCHMARK_RETURN).isEmpty()) {
            return "A comparison with " + benchmark + " cannot be measured: "
                    + Prose.whyMissing(found, Metric.BENCHMARK_RETURN);
        }
        StringBuilder text = new StringBuilder(period(found) + " " + inquiry.name() + " returned "
                + show(found, Metric.TIME_WEIGHTED_RETURN) + " (time-weighted), the benchmark " + benchmark + " "
                + show(found, Metric.BENCHMARK_RETURN) + ".");
        found.figure(Metric.EXCESS_RETURN).ifPresent(excess -> text.append(" The portfolio is ")
                .append(size(Optional.of(excess)).replace(" %", " percentage points"))
                .append(Prose.isNegative(Optional.of(excess)) ? " behind." : " ahead."));
        if (inquiry.reading().has(Concept.BETTER_OFF)) {
            found.figure(Metric.EXCESS_RETURN).ifPresent(excess -> text.append(" So you would ")
                    .append(Prose.isNegative(Optional.of(excess)) ? "" : "not ")
                    .append("have been better off in ")
                    .append(benchmark)
                    .append('.'));
        }
        found.figure(Metric.BENCHMARK_VOLATILITY).ifPresent(volatility -> text.append(" Its volatility was ")
                .append(show(found, Metric.VOLATILITY))
                .append(" a year against ")
                .append(volatility.display())
                .append(", its maximum drawdown ")
                .append(size(found.figure(Metric.MAX_DRAWDOWN)))
                .append(" against ")
                .append(size(found.figure(Metric.BENCHMARK_MAX_DRAWDOWN)))
                .append('.'));
        found.figure(Metric.BETA).ifPresent(beta -> text.append(" Its beta is ").append(beta.display()));
        found.figure(Metric.ALPHA)
                .ifPresent(alpha ->
                        text.append(" and its alpha ").append(alpha.display()).append(" a year"));
        return text.append(text.charAt(text.length() - 1) == '.' ? "" : ".").toString();
    }

    /** The instrument that the question names, or the only one that can be meant. */
    private static Step withBenchmark(Inquiry inquiry, Function<String, Step> next) {
        if (!inquiry.symbols().isEmpty()) {
            return next.apply(inquiry.symbols().get(0));
        }
        return inquiry.findings()
                .with(
                        FinancialTools.LIST_INSTRUMENTS,
                        ToolArguments.none(),
                        instruments -> inquiry.withHoldings(holdings -> {
                            List<String> others = instruments.rows().stream()
                                    .map(Row::label)
                                    .filter(symbol -> holdings.row(symbol).isEmpty() && !symbol.contains("/"))
                                    .toList();
                            Optional<String> marked = instruments.rows().stream()
                                    .filter(row -> row.figure(Metric.BENCHMARK).isPresent())
                                    .map(Row::label)
                                    .findFirst();
                            if (marked.isPresent() || others.size() == 1) {
                                return next.apply(marked.orElseGet(() -> others.get(0)));
                            }
                            return Step.say(
                                    others.isEmpty()
                                            ? "I know no instrument to compare with. Import the prices of a benchmark, then ask again and"
                                                    + " name its symbol."
                                            : "Which benchmark do you mean? Name its symbol in your question, for example: compare my"
                                                    + " portfolio with " + others.get(0) + ".");
                        }));
    }

    private static Step withPerformance(Inquiry inquiry, PerformanceStep next) {
        return inquiry.withPeriod(inquiry.arguments(), (arguments, opening) -> inquiry.findings()
                .with(FinancialTools.PERFORMANCE, arguments, found -> next.apply(found, opening)));
    }

    @FunctionalInterface
    private interface PerformanceStep {
        Step apply(ToolResult found, String opening);
    }
}
