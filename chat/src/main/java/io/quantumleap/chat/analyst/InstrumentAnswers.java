package io.quantumleap.chat.analyst;

import static io.quantumleap.chat.analyst.Prose.periodInside;
import static io.quantumleap.chat.analyst.Prose.show;
import static io.quantumleap.chat.analyst.Prose.size;

import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolResult;
import java.util.List;
import java.util.Optional;

/** Answers about one instrument, from its prices. */
final class InstrumentAnswers {

    private InstrumentAnswers() {}

    static Step risk(Inquiry inquiry) {
        return Step.all(inquiry.symbols().stream()
                .map(symbol -> riskOf(inquiry, symbol, false))
                .toList());
    }

    /** The risk of an instrument over the question's period, perhaps beside that of the whole portfolio. */
    static Step riskOf(Inquiry inquiry, String symbol, boolean besidePortfolio) {
        ToolArguments instrument = HoldingAnswers.instrument(inquiry, symbol);
        return inquiry.withPeriod(instrument, (arguments, opening) -> inquiry.findings()
                .with(FinancialTools.INSTRUMENT_RISK, arguments, risk -> {
                    Step own = Step.say(opening + describe(symbol, risk));
                    return besidePortfolio ? Step.all(List.of(own, portfolioBeside(inquiry, arguments))) : own;
                }));
    }

    private static Step portfolioBeside(Inquiry inquiry, ToolArguments period) {
        ToolArguments same = inPeriod(inquiry.arguments(), period);
        return inquiry.findings().withOutcome(FinancialTools.RISK, same, outcome -> {
            if (outcome instanceof ToolResult whole
                    && whole.figure(Metric.VOLATILITY).isPresent()) {
                return Step.say("For comparison, " + periodInside(whole) + " the whole portfolio had a volatility of "
                        + show(whole, Metric.VOLATILITY) + " a year and a maximum drawdown of "
                        + size(whole.figure(Metric.MAX_DRAWDOWN)) + ".");
            }
            return Step.say("");
        });
    }

    /** The period of other arguments, so that both results are of the days that the question means. */
    private static ToolArguments inPeriod(ToolArguments arguments, ToolArguments period) {
        ToolArguments same = arguments;
        for (String end : List.of(FinancialTools.FROM, FinancialTools.TO)) {
            Optional<String> day = period.text(end);
            same = day.isPresent() ? same.and(end, day.get()) : same;
        }
        return same;
    }

    private static String describe(String symbol, ToolResult risk) {
        StringBuilder text = new StringBuilder("Measured by its prices " + periodInside(risk) + ", " + symbol);
        if (risk.figure(Metric.VOLATILITY).isEmpty()) {
            return text + " cannot be measured: " + Prose.whyMissing(risk, Metric.VOLATILITY);
        }
        text.append(" had a volatility of ")
                .append(show(risk, Metric.VOLATILITY))
                .append(" a year.");
        text.append(' ').append(RiskAnswers.deepestFall(risk, "Its"));
        if (Prose.isNegative(risk.figure(Metric.VAR_95))) {
            text.append(" With 95 % confidence it lost no more than ")
                    .append(size(risk.figure(Metric.VAR_95)))
                    .append(" in a day (value at risk); on the days beyond that it lost ")
                    .append(size(risk.figure(Metric.EXPECTED_SHORTFALL_95)))
                    .append(" on average (expected shortfall).");
        }
        risk.figure(Metric.PRICE_RETURN).ifPresent(change -> text.append(" Over that time its price changed by ")
                .append(change.display())
                .append('.'));
        return text.toString();
    }

    static Step performance(Inquiry inquiry) {
        return Step.all(inquiry.symbols().stream()
                .map(symbol -> prices(inquiry, symbol, true))
                .toList());
    }

    static Step price(Inquiry inquiry) {
        return Step.all(inquiry.symbols().stream()
                .map(symbol -> prices(inquiry, symbol, false))
                .toList());
    }

    private static Step prices(Inquiry inquiry, String symbol, boolean changeFirst) {
        return inquiry.withPeriod(HoldingAnswers.instrument(inquiry, symbol), (arguments, opening) -> inquiry.findings()
                .with(FinancialTools.PRICES, arguments, prices -> {
                    String change = "From " + show(prices, Metric.FROM) + " to " + show(prices, Metric.TO)
                            + " the price of " + symbol + " changed by " + show(prices, Metric.PRICE_RETURN) + ", from "
                            + show(prices, Metric.FIRST_CLOSE) + " to " + show(prices, Metric.LAST_CLOSE) + ".";
                    String last = symbol + " closed at " + show(prices, Metric.LAST_CLOSE) + " on "
                            + show(prices, Metric.TO) + ".";
                    String range = " Its highest close in that time was " + show(prices, Metric.HIGHEST_CLOSE) + " on "
                            + show(prices, Metric.HIGHEST_DATE) + ", its lowest " + show(prices, Metric.LOWEST_CLOSE)
                            + " on " + show(prices, Metric.LOWEST_DATE) + ".";
                    boolean adjusted =
                            prices.notes().stream().anyMatch(note -> note.contains("adjusted for the split"));
                    String note = adjusted ? " Earlier prices are adjusted for splits." : "";
                    return Step.say(opening + (changeFirst ? change + range + note : last + " " + change + note));
                }));
    }
}
