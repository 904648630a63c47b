package io.quantumleap.chat.analyst;

import static io.quantumleap.chat.analyst.Prose.gainedOrLost;
import static io.quantumleap.chat.analyst.Prose.periodInside;
import static io.quantumleap.chat.analyst.Prose.show;

import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolResult.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Answers about value, cash, gains, flows and transactions. */
final class MoneyAnswers {

    private static final int SHOWN_TRANSACTIONS = 5;

    private static final Map<Concept, Metric> KINDS = Map.of(
            Concept.DEPOSITS, Metric.DEPOSITS,
            Concept.WITHDRAWALS, Metric.WITHDRAWALS,
            Concept.DIVIDENDS, Metric.DIVIDENDS,
            Concept.INTEREST, Metric.INTEREST,
            Concept.FEES, Metric.FEES,
            Concept.TAXES, Metric.TAXES);

    private static final List<Metric> ALL_KINDS =
            List.of(Metric.DEPOSITS, Metric.WITHDRAWALS, Metric.DIVIDENDS, Metric.INTEREST, Metric.FEES, Metric.TAXES);

    private MoneyAnswers() {}

    static Step value(Inquiry inquiry) {
        return HoldingAnswers.onTheDay(
                inquiry,
                holdings -> Step.say(inquiry.name() + " was worth " + show(holdings, Metric.VALUE) + " on "
                        + show(holdings, Metric.AS_OF) + ", of which " + show(holdings, Metric.CASH) + " was cash."));
    }

    static Step cash(Inquiry inquiry) {
        return HoldingAnswers.onTheDay(inquiry, holdings -> {
            StringBuilder text = new StringBuilder("On " + show(holdings, Metric.AS_OF) + " " + inquiry.name() + " had "
                    + show(holdings, Metric.CASH) + " in cash, which was " + show(holdings, Metric.CASH_WEIGHT)
                    + " of its value.");
            holdings.figures().stream()
                    .filter(figure -> figure.name().startsWith(Metric.CASH.key() + "_in_"))
                    .forEach(figure -> text.append("\n- ").append(figure.display()));
            return Step.say(text.toString());
        });
    }

    static Step gains(Inquiry inquiry) {
        return inquiry.findings().with(FinancialTools.SUMMARY, inquiry.arguments(), summary -> {
            StringBuilder text = new StringBuilder();
            boolean parts = inquiry.reading().has(Concept.REALISED, Concept.UNREALISED);
            if (!parts) {
                text.append("Up to ")
                        .append(show(summary, Metric.AS_OF))
                        .append(" you have ")
                        .append(gainedOrLost(summary.figure(Metric.GAIN)))
                        .append(" with ")
                        .append(inquiry.name())
                        .append(": it is worth ")
                        .append(show(summary, Metric.VALUE))
                        .append(" and your net contributions are ")
                        .append(show(summary, Metric.NET_CONTRIBUTIONS))
                        .append(". ");
            } else {
                text.append("In ")
                        .append(inquiry.name())
                        .append(" up to ")
                        .append(show(summary, Metric.AS_OF))
                        .append(": ");
            }
            text.append("The realised gain is ")
                    .append(show(summary, Metric.REALISED_GAIN))
                    .append(", the unrealised gain ")
                    .append(show(summary, Metric.UNREALISED_GAIN));
            if (!parts) {
                text.append("; dividends brought ")
                        .append(show(summary, Metric.DIVIDENDS))
                        .append(" and fees cost ")
                        .append(show(summary, Metric.FEES));
            }
            return Step.say(text.append('.').toString());
        });
    }

    static Step flows(Inquiry inquiry) {
        List<String> symbols = inquiry.symbols().isEmpty() ? List.of("") : inquiry.symbols();
        return Step.all(symbols.stream().map(symbol -> flowsOf(inquiry, symbol)).toList());
    }

    private static Step flowsOf(Inquiry inquiry, String symbol) {
        ToolArguments base =
                symbol.isEmpty() ? inquiry.arguments() : inquiry.arguments().and(FinancialTools.SYMBOL, symbol);
        return inquiry.withPeriod(
                base, (arguments, opening) -> inquiry.findings().with(FinancialTools.CASH_FLOWS, arguments, flows -> {
                    String where = symbol.isEmpty() ? inquiry.name() : symbol + " in " + inquiry.name();
                    return Step.say(opening + "For " + where + " " + periodInside(flows) + ":" + lines(inquiry, flows));
                }));
    }

    private static String lines(Inquiry inquiry, ToolResult flows) {
        List<Metric> asked = new ArrayList<>();
        for (Concept concept : inquiry.reading().concepts()) {
            Metric kind = KINDS.get(concept);
            if (kind != null && !asked.contains(kind)) {
                asked.add(kind);
            }
        }
        List<Metric> kinds = asked.isEmpty() || inquiry.reading().has(Concept.FLOWS) ? ALL_KINDS : asked;
        StringJoiner lines = new StringJoiner("");
        for (Metric kind : kinds) {
            if (flows.rows().isEmpty()) {
                flows.figure(kind)
                        .ifPresent(figure -> lines.add("\n- " + Prose.capital(kind.label()) + ": " + figure.display()));
            }
            for (Row currency : flows.rows()) {
                currency.figure(kind)
                        .ifPresent(figure -> lines.add("\n- " + Prose.capital(kind.label()) + ": " + figure.display()));
            }
        }
        return lines.length() == 0 ? " there were none." : lines.toString();
    }

    static Step transactions(Inquiry inquiry) {
        List<String> symbols = inquiry.symbols().isEmpty() ? List.of("") : inquiry.symbols();
        return Step.all(
                symbols.stream().map(symbol -> transactionsIn(inquiry, symbol)).toList());
    }

    private static Step transactionsIn(Inquiry inquiry, String symbol) {
        int count = Math.min(50, inquiry.reading().count().orElse(SHOWN_TRANSACTIONS));
        ToolArguments base = inquiry.arguments().and(FinancialTools.LIMIT, String.valueOf(count));
        ToolArguments arguments = symbol.isEmpty() ? base : base.and(FinancialTools.SYMBOL, symbol);
        String where = symbol.isEmpty() ? inquiry.name() : symbol + " in " + inquiry.name();
        return inquiry.findings().with(FinancialTools.TRANSACTIONS, arguments, found -> {
            if (found.rows().isEmpty()) {
                return Step.say("There is no transaction in " + where + ".");
            }
            if (inquiry.reading().has(Concept.HOW_MANY)) {
                return Step.say("The number of transactions in " + where + " is "
                        + show(found, Metric.TRANSACTION_COUNT) + ".");
            }
            StringBuilder text = new StringBuilder("These are the latest transactions in " + where + ":");
            found.rows().forEach(row -> text.append("\n- ").append(line(row)));
            return Step.say(text.toString());
        });
    }

    private static String line(Row row) {
        StringJoiner line = new StringJoiner(", ");
        line.add(show(row, Metric.TRADE_DATE) + ": " + show(row, Metric.TRADE_TYPE)
                + row.figure(Metric.SYMBOL)
                        .map(symbol -> " " + symbol.display())
                        .orElse(""));
        row.figure(Metric.QUANTITY).ifPresent(quantity -> line.add(quantity.display() + " units"));
        row.figure(Metric.PRICE).ifPresent(price -> line.add("at " + price.display()));
        row.figure(Metric.AMOUNT).ifPresent(amount -> line.add(amount.display()));
        return line.toString();
    }

    static Step portfolios(Inquiry inquiry) {
        return inquiry.findings().with(FinancialTools.LIST_PORTFOLIOS, ToolArguments.none(), found -> {
            StringBuilder text = new StringBuilder("These are your portfolios:");
            for (Row row : found.rows()) {
                text.append("\n- ")
                        .append(row.label())
                        .append(" (")
                        .append(show(row, Metric.CURRENCY))
                        .append(")");
                row.figure(Metric.FIRST_DATE).ifPresent(first -> text.append(", first transaction on ")
                        .append(first.display())
                        .append(", last on ")
                        .append(show(row, Metric.LAST_DATE)));
                row.figure(Metric.TRANSACTION_COUNT)
                        .ifPresent(count -> text.append(", transactions: ").append(count.display()));
            }
            return Step.say(text.toString());
        });
    }
}
