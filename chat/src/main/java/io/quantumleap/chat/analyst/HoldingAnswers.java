package io.quantumleap.chat.analyst;

import static io.quantumleap.chat.analyst.Prose.gainedOrLost;
import static io.quantumleap.chat.analyst.Prose.show;

import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.FigureValue;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolResult.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers about what is held. */
final class HoldingAnswers {

    private static final int LONGEST_LIST = 25;

    private HoldingAnswers() {}

    static Step list(Inquiry inquiry) {
        return onTheDay(inquiry, holdings -> {
            if (holdings.rows().isEmpty()) {
                return Step.say(nothingHeld(inquiry, holdings));
            }
            int count = Math.min(
                    inquiry.reading().count().orElse(LONGEST_LIST),
                    holdings.rows().size());
            boolean smallestFirst = inquiry.reading().has(Concept.SMALLEST);
            List<Row> rows = smallestFirst ? reversed(holdings.rows()) : holdings.rows();
            StringBuilder text = new StringBuilder("On " + show(holdings, Metric.AS_OF) + " " + inquiry.name()
                    + " holds " + "instruments in number: " + show(holdings, Metric.HOLDING_COUNT) + ".");
            if (count < holdings.rows().size()) {
                text.append(" These are the ")
                        .append(smallestFirst ? "smallest " : "largest ")
                        .append(count)
                        .append(':');
            }
            rows.stream().limit(count).forEach(row -> text.append("\n- ").append(line(row)));
            if (count == holdings.rows().size()) {
                text.append("\n- Cash: ").append(show(holdings, Metric.CASH));
            }
            return Step.say(text.toString());
        });
    }

    static Step count(Inquiry inquiry) {
        return onTheDay(
                inquiry,
                holdings -> Step.say("On " + show(holdings, Metric.AS_OF) + " the number of holdings in "
                        + inquiry.name() + " is " + show(holdings, Metric.HOLDING_COUNT) + "."));
    }

    static Step extreme(Inquiry inquiry) {
        return onTheDay(inquiry, holdings -> extremeOf(inquiry, holdings)
                .map(row -> Step.say(describe(inquiry, holdings, row)))
                .orElseGet(() -> Step.say(nothingHeld(inquiry, holdings))));
    }

    static Step extremeWithRisk(Inquiry inquiry) {
        return inquiry.withHoldings(holdings -> extremeOf(inquiry, holdings)
                .map(row -> Step.all(List.of(
                        Step.say(describe(inquiry, holdings, row)),
                        InstrumentAnswers.riskOf(inquiry, row.label(), true))))
                .orElseGet(() -> Step.say(nothingHeld(inquiry, holdings))));
    }

    static Step allocation(Inquiry inquiry) {
        return onTheDay(inquiry, holdings -> {
            if (holdings.rows().isEmpty()) {
                return Step.say(nothingHeld(inquiry, holdings));
            }
            StringBuilder text = new StringBuilder(
                    "On " + show(holdings, Metric.AS_OF) + " " + inquiry.name() + " is allocated like this:");
            holdings.rows().stream()
                    .limit(LONGEST_LIST)
                    .forEach(row ->
                            text.append("\n- ").append(row.label()).append(": ").append(show(row, Metric.WEIGHT)));
            text.append("\n- Cash: ").append(show(holdings, Metric.CASH_WEIGHT));
            holdings.figure(Metric.TOP_3_WEIGHT).ifPresent(top -> text.append("\nThe 3 largest holdings make up ")
                    .append(top.display())
                    .append('.'));
            holdings.figure(Metric.EFFECTIVE_HOLDINGS)
                    .ifPresent(effective -> text.append(" It is as concentrated as a portfolio of ")
                            .append(effective.display())
                            .append(" equal holdings."));
            return Step.say(text.toString());
        });
    }

    /** What is held of the instruments that the question names. */
    static Step ofInstruments(Inquiry inquiry) {
        return onTheDay(
                inquiry,
                holdings -> Step.all(inquiry.symbols().stream()
                        .map(symbol -> Step.say(holdings.row(symbol)
                                .map(row ->
                                        "In " + inquiry.name() + " you hold " + symbol + ": " + facts(holdings, row))
                                .orElseGet(() -> inquiry.name() + " does not hold " + symbol + " on "
                                        + show(holdings, Metric.AS_OF) + ".")))
                        .toList()));
    }

    /** Holdings on the last day of the period that the question names, or on the last day with data. */
    static Step onTheDay(Inquiry inquiry, Function<ToolResult, Step> next) {
        return inquiry.withPeriod(inquiry.arguments(), (period, opening) -> {
            Optional<String> day = period.text(FinancialTools.TO);
            if (day.isEmpty()) {
                return inquiry.withHoldings(next);
            }
            ToolArguments snapshot = inquiry.arguments().and(FinancialTools.AS_OF, day.get());
            return inquiry.findings().with(FinancialTools.HOLDINGS, snapshot, next);
        });
    }

    private static Optional<Row> extremeOf(Inquiry inquiry, ToolResult holdings) {
        Reading reading = inquiry.reading();
        boolean byGain = reading.has(Concept.BEST, Concept.WORST);
        Comparator<Row> order = Comparator.comparingDouble(row -> number(row, byGain));
        boolean least = reading.has(Concept.SMALLEST, Concept.WORST);
        List<Row> comparable = holdings.rows().stream()
                .filter(row -> row.figure(byGain ? Metric.UNREALISED_RETURN : Metric.WEIGHT)
                        .isPresent())
                .toList();
        return least ? comparable.stream().min(order) : comparable.stream().max(order);
    }

    private static double number(Row row, boolean byGain) {
        return row.figure(byGain ? Metric.UNREALISED_RETURN : Metric.WEIGHT)
                .map(Figure::value)
                .filter(FigureValue.Percent.class::isInstance)
                .map(value -> ((FigureValue.Percent) value).ratio())
                .orElse(0.0);
    }

    private static String describe(Inquiry inquiry, ToolResult holdings, Row row) {
        Reading reading = inquiry.reading();
        String which = reading.has(Concept.BEST)
                ? "best holding, by unrealised gain on cost,"
                : reading.has(Concept.WORST)
                        ? "worst holding, by unrealised gain on cost,"
                        : reading.has(Concept.SMALLEST) ? "smallest holding" : "biggest holding";
        return "Your " + which + " in " + inquiry.name() + " is " + row.label() + ": " + facts(holdings, row);
    }

    private static String facts(ToolResult holdings, Row row) {
        StringBuilder text = new StringBuilder(show(row, Metric.QUANTITY) + " units worth " + show(row, Metric.VALUE)
                + " on " + show(holdings, Metric.AS_OF) + ", which is " + show(row, Metric.WEIGHT)
                + " of the portfolio.");
        Optional<Figure> gain = row.figure(Metric.UNREALISED_GAIN);
        if (gain.isPresent()) {
            text.append(" It has ").append(gainedOrLost(gain));
            row.figure(Metric.COST)
                    .ifPresent(cost -> text.append(" on its cost of ").append(cost.display()));
            row.figure(Metric.UNREALISED_RETURN)
                    .ifPresent(part -> text.append(" (").append(part.display()).append(')'));
            text.append('.');
        }
        return text.toString();
    }

    private static String line(Row row) {
        return row.label() + ": " + show(row, Metric.QUANTITY) + " units, " + show(row, Metric.VALUE) + ", "
                + show(row, Metric.WEIGHT);
    }

    private static String nothingHeld(Inquiry inquiry, ToolResult holdings) {
        return inquiry.name() + " holds no instruments on " + show(holdings, Metric.AS_OF) + ". It has "
                + show(holdings, Metric.CASH) + " in cash.";
    }

    private static List<Row> reversed(List<Row> rows) {
        List<Row> reversed = new ArrayList<>(rows);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Arguments that name an instrument in the portfolio. */
    static ToolArguments instrument(Inquiry inquiry, String symbol) {
        return ToolArguments.of(Map.of(FinancialTools.SYMBOL, symbol))
                .and(
                        FinancialTools.PORTFOLIO_ID,
                        inquiry.arguments().text(FinancialTools.PORTFOLIO_ID).orElse(""));
    }
}
