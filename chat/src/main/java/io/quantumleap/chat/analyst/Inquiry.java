package io.quantumleap.chat.analyst;

import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.FigureValue;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A question with what it refers to, and the findings so far.
 *
 * @param reading what its words say
 * @param portfolio the portfolio that is meant, as the list of portfolios shows it
 * @param symbols the instruments that it names
 * @param held those of them that the portfolio holds
 * @param today the current day
 * @param findings what the tools have said
 */
record Inquiry(
        Reading reading,
        ToolResult.Row portfolio,
        List<String> symbols,
        List<String> held,
        LocalDate today,
        Findings findings) {

    Inquiry {
        symbols = List.copyOf(symbols);
        held = List.copyOf(held);
    }

    String name() {
        return portfolio.label();
    }

    /** Arguments that name the portfolio. */
    ToolArguments arguments() {
        return ToolArguments.of(Map.of(FinancialTools.PORTFOLIO_ID, id()));
    }

    private String id() {
        return portfolio.figure(Metric.PORTFOLIO_ID).map(Figure::display).orElse("");
    }

    /** Goes on with what the portfolio holds on its last day. */
    Step withHoldings(Function<ToolResult, Step> next) {
        return findings.with(FinancialTools.HOLDINGS, arguments(), next);
    }

    /**
     * Goes on with the arguments of the period that the question names; without one they name none.
     *
     * @param next is given the arguments and a sentence to begin with, perhaps empty
     */
    Step withPeriod(ToolArguments base, PeriodStep next) {
        Optional<Period> period = reading.period().filter(named -> !(named instanceof Period.All));
        if (period.isEmpty()) {
            return next.apply(base, "");
        }
        return findings.withOutcome(FinancialTools.HOLDINGS, arguments(), outcome -> {
            Optional<LocalDate> first = day(portfolio.figure(Metric.FIRST_DATE));
            Optional<LocalDate> last = day(
                    outcome instanceof ToolResult holdings
                            ? holdings.figure(Metric.AS_OF)
                            : portfolio.figure(Metric.LAST_DATE));
            if (first.isEmpty() || last.isEmpty()) {
                return next.apply(base, "");
            }
            return Span.of(period.get(), today, first.get(), last.get())
                    .map(span -> next.apply(
                            base.and(FinancialTools.FROM, span.from().toString())
                                    .and(FinancialTools.TO, span.to().toString()),
                            span.shifted() ? noDataAfter(last.get()) : ""))
                    .orElseGet(() -> Step.say("There is no data for that period: " + name() + " has data from "
                            + first.get() + " to " + last.get() + "."));
        });
    }

    private static String noDataAfter(LocalDate last) {
        return "There is no data after " + last + ", so this is for the latest such period with data. ";
    }

    private static Optional<LocalDate> day(Optional<Figure> figure) {
        return figure.map(Figure::value)
                .filter(FigureValue.Day.class::isInstance)
                .map(value -> ((FigureValue.Day) value).date());
    }

    /** What to do with the arguments of a period. */
    @FunctionalInterface
    interface PeriodStep {
        Step apply(ToolArguments arguments, String opening);
    }
}
