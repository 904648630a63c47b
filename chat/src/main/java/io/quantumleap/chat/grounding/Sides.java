package io.quantumleap.chat.grounding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether words speak of the portfolio or of its benchmark. */
enum Sides {
    PORTFOLIO,
    BENCHMARK;

    private static final Pattern OF_BENCHMARK = Pattern.compile("\\b(?:index|benchmark|market)\\b");
    private static final Pattern OF_PORTFOLIO = Pattern.compile(
            "\\b(?:your|you|the portfolio|portfolio|the whole portfolio|the account)\\b(?! (?:benchmark|index))");
    private static final int JUST_AFTER = 40;

    /** The side that the words before a number name last, else the one right after it. */
    static Optional<Sides> named(List<String> benchmarks, String before, String after) {
        int benchmark = last(OF_BENCHMARK, before);
        for (String symbol : benchmarks) {
            benchmark = Math.max(benchmark, before.lastIndexOf(symbol.toLowerCase(Locale.ROOT)));
        }
        int portfolio = last(OF_PORTFOLIO, before);
        if (benchmark >= 0 || portfolio >= 0) {
            return Optional.of(benchmark > portfolio ? BENCHMARK : PORTFOLIO);
        }
        String near = after.substring(0, Math.min(JUST_AFTER, after.length()));
        boolean follows = near.matches("(?s).{0,4}\\s?(?:for|of|in) (?:the )?(?:index|benchmark|market)\\b.*");
        return follows ? Optional.of(BENCHMARK) : Optional.empty();
    }

    private static int last(Pattern words, String text) {
        Matcher found = words.matcher(text);
        int at = -1;
        while (found.find()) {
            at = found.start();
        }
        return at;
    }
}
