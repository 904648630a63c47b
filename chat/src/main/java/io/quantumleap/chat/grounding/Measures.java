package io.quantumleap.chat.grounding;

import io.quantumleap.chat.evidence.Metric;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The measures that people call by name, so that a volatility is not taken for a drawdown of the same size. */
final class Measures {

    private static final Map<String, Pattern> WORDS = new LinkedHashMap<>();
    private static final Map<String, String> FAMILY_OF = new HashMap<>();

    static {
        family("shortfall", "expected shortfall|shortfall|cvar", Metric.EXPECTED_SHORTFALL_95);
        family("value at risk", "value[ -]at[ -]risk|\\bvar\\b", Metric.VAR_95);
        family("tracking error", "tracking error", Metric.TRACKING_ERROR);
        family("information ratio", "information ratio", Metric.INFORMATION_RATIO);
        family("downside", "downside deviation", Metric.DOWNSIDE_DEVIATION);
        family(
                "volatility",
                "volatility|standard deviation",
                Metric.VOLATILITY,
                Metric.BENCHMARK_VOLATILITY,
                Metric.VOLATILITY_AFTER);
        family(
                "drawdown",
                "draw-?downs?|peak[ -]to[ -]trough",
                Metric.MAX_DRAWDOWN,
                Metric.CURRENT_DRAWDOWN,
                Metric.DRAWDOWN_DEPTH,
                Metric.BENCHMARK_MAX_DRAWDOWN);
        family("sharpe", "sharpe", Metric.SHARPE);
        family("sortino", "sortino", Metric.SORTINO);
        family("calmar", "calmar", Metric.CALMAR);
        family("beta", "\\bbeta\\b", Metric.BETA);
        family("alpha", "\\balpha\\b", Metric.ALPHA);
        family("correlation", "correlation", Metric.CORRELATION);
        family("r squared", "r[ -]squared", Metric.R_SQUARED);
        family("skewness", "skewness", Metric.SKEWNESS);
        family("kurtosis", "kurtosis", Metric.EXCESS_KURTOSIS);
        family("ulcer", "ulcer", Metric.ULCER_INDEX);
        family("fees", "\\bfees?\\b|commissions?", Metric.FEES, Metric.TRADING_COSTS);
        family("dividends", "dividends?", Metric.DIVIDENDS);
        family("interest", "\\binterest\\b", Metric.INTEREST);
        family("taxes", "\\btax(?:es)?\\b", Metric.TAXES);
        family("withdrawals", "withdrawals?|withdrew", Metric.WITHDRAWALS, Metric.OUTFLOW);
        family("deposits", "deposits?|deposited", Metric.DEPOSITS, Metric.INFLOW, Metric.NET_CONTRIBUTIONS);
        family(
                "weight",
                "\\bweigh(?:t|s|ting)\\b|\\bmakes? up\\b|\\baccounts? for\\b",
                Metric.WEIGHT,
                Metric.CASH_WEIGHT,
                Metric.TOP_3_WEIGHT,
                Metric.TOP_5_WEIGHT,
                Metric.WEIGHT_AFTER,
                Metric.CASH_WEIGHT_AFTER,
                Metric.TARGET_WEIGHT);
        family(
                "return",
                "\\breturn(?:s|ed)?\\b",
                Metric.TIME_WEIGHTED_RETURN,
                Metric.MONEY_WEIGHTED_RETURN,
                Metric.CAGR,
                Metric.PRICE_RETURN,
                Metric.ANNUALISED_RETURN,
                Metric.YEAR_RETURN,
                Metric.BENCHMARK_YEAR_RETURN,
                Metric.BENCHMARK_RETURN,
                Metric.BENCHMARK_CAGR,
                Metric.EXCESS_RETURN,
                Metric.UNREALISED_RETURN,
                Metric.OWN_RETURN,
                Metric.CONTRIBUTION,
                Metric.RETURN_ON_CAPITAL,
                Metric.BEST_DAY,
                Metric.WORST_DAY);
    }

    private static final int JUST_AFTER = 30;
    private static final String UNIT = "^\\s?(?:%|[a-z]{3}|dollars|euros|pounds)?\\s?";
    private static final Pattern RIGHT_BEHIND = Pattern.compile(UNIT + "(?:of|in) (?<thing>(?:[a-z]+ )?[a-z]+)");
    private static final Pattern OF_THE_NUMBER_BEFORE = Pattern.compile(UNIT + "(?:of|in) (?:[a-z]+ )?[a-z]+");

    private Measures() {}

    private static void family(String name, String words, Metric... metrics) {
        WORDS.put(name, Pattern.compile(words));
        for (Metric metric : metrics) {
            FAMILY_OF.put(metric.key(), name);
        }
    }

    /** The family that a figure of this name belongs to. */
    static Optional<String> of(String figure) {
        return Optional.ofNullable(FAMILY_OF.get(figure));
    }

    /**
     * The family that the words around a number name: "12 USD in fees" the one right behind it, else the nearest before, else
     * the next behind.
     */
    static Optional<String> named(String before, String after) {
        Matcher right = RIGHT_BEHIND.matcher(after);
        if (right.find()) {
            Optional<String> behind = first(right.group("thing"));
            if (behind.isPresent()) {
                return behind;
            }
        }
        String ownWords = OF_THE_NUMBER_BEFORE.matcher(before).replaceFirst("");
        String nearest = null;
        int at = -1;
        for (Map.Entry<String, Pattern> family : WORDS.entrySet()) {
            Matcher word = family.getValue().matcher(ownWords);
            while (word.find()) {
                if (word.end() > at) {
                    at = word.end();
                    nearest = family.getKey();
                }
            }
        }
        return nearest == null ? first(after) : Optional.of(nearest);
    }

    private static Optional<String> first(String after) {
        String near = after.substring(0, Math.min(JUST_AFTER, after.length()));
        return WORDS.entrySet().stream()
                .filter(family -> family.getValue().matcher(near).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
