package io.quantumleap.chat.analyst;

import static io.quantumleap.chat.analyst.Concept.*;

import io.quantumleap.chat.guardrail.Language;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the analyst says without looking at any data: greetings, help, meanings, and what it will not do. */
final class Talk {

    static final String EXAMPLES =
            "You can ask, for example: \"What is my biggest holding and how risky is it?\", \"How did I do last year?\", \"Did I beat"
                    + " the benchmark this year?\", \"What were my deepest drawdowns?\" or \"How much have I paid in"
                    + " fees?\"";

    static final String NO_ADVICE =
            "I do not give advice on what to buy, sell or hold. I can give you the facts to decide on.";

    private static final String HELP_TEXT =
            "I answer questions about your own portfolios from the data in this system: what you hold, its value, cash and"
                    + " allocation; returns over any period; volatility, value at risk, expected shortfall, Sharpe and other risk"
                    + " measures; drawdowns; the comparison with a benchmark; deposits, withdrawals, dividends, fees and gains;"
                    + " your latest transactions; and the price and risk of a single instrument.\n"
                    + EXAMPLES;
    private static final String BEYOND_ME =
            "That is beyond me. I answer questions about your own portfolios, and only from the data in this system. "
                    + EXAMPLES;
    private static final String NOT_RECORDED = "That is beyond me. Nothing about it is recorded here. " + EXAMPLES;
    private static final String NO_FORECAST =
            "I make no forecasts. I can only tell you what your portfolios have done so far. " + EXAMPLES;
    private static final String NO_ORDERS =
            "I cannot trade, transfer or change anything; I only read your data and answer questions about it. "
                    + EXAMPLES;
    private static final String ONLY_YOURS =
            "I can see your own portfolios only, and nothing of anybody else. " + EXAMPLES;
    private static final String WHO_I_AM =
            "I am the built-in analyst of Quantum Leap: a program that understands a set of questions about your portfolios and"
                    + " answers them from your data. "
                    + EXAMPLES;

    private static final Pattern OWN = Pattern.compile("\\b(?:my|mine|our|i)\\b");

    private Talk() {}

    static String beyond() {
        return BEYOND_ME;
    }

    /** What to say to a question in another language than the analyst's own; empty when it is, or seems to be, in that. */
    static Optional<String> inAnotherLanguage(String question) {
        return Language.of(question)
                .filter(language -> language != Language.ENGLISH)
                .map(language ->
                        "That looks like " + language.englishName() + ", and I understand English only. " + EXAMPLES);
    }

    /** The answer to a question that needs no data; empty when data may answer it. */
    static Optional<String> answer(Reading reading) {
        if (reading.has(OTHER_PEOPLE)) {
            return Optional.of(ONLY_YOURS);
        }
        if (reading.has(ORDER) && !reading.has(ADVICE)) {
            return Optional.of(NO_ORDERS);
        }
        if (reading.has(ELSEWHERE)) {
            return Optional.of(NOT_RECORDED);
        }
        if (reading.has(FORECAST)) {
            return Optional.of(NO_FORECAST);
        }
        if (isDefinition(reading)) {
            return Glossary.meaning(reading);
        }
        return chat(reading);
    }

    private static boolean isDefinition(Reading reading) {
        boolean aboutOwnData = reading.has(PORTFOLIO, HOLDING, LIST_HOLDINGS)
                || OWN.matcher(reading.text()).find()
                || reading.period().isPresent();
        return reading.has(DEFINITION)
                && reading.isUnderstood()
                && (!aboutOwnData || reading.text().contains("mean"));
    }

    private static Optional<String> chat(Reading reading) {
        if (Topics.asksForData(reading) || reading.unknown().size() > 1) {
            return Optional.empty();
        }
        if (reading.has(HELP)) {
            return Optional.of(HELP_TEXT);
        }
        if (reading.has(IDENTITY)) {
            return Optional.of(WHO_I_AM);
        }
        if (reading.has(GREETING) && reading.hasOnly(GREETING, THANKS, MINE)) {
            return Optional.of("Hello. " + HELP_TEXT);
        }
        if (reading.has(THANKS) && reading.hasOnly(THANKS, MINE, GREETING)) {
            return Optional.of("You are welcome. " + EXAMPLES);
        }
        return Optional.empty();
    }
}
