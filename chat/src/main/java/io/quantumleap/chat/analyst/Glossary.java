package io.quantumleap.chat.analyst;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What the measures mean, in words without figures. */
public final class Glossary {

    private static final Map<Concept, String> MEANINGS = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    Concept.VOLATILITY,
                    "Volatility says how widely the daily returns are spread around their mean: their standard deviation, scaled"
                            + " to a year."),
            Map.entry(
                    Concept.VALUE_AT_RISK,
                    "Value at risk is the loss that a day stays within at a stated confidence. Here it is read from the daily"
                            + " returns that really happened."),
            Map.entry(
                    Concept.EXPECTED_SHORTFALL,
                    "Expected shortfall is the average loss on the days that are worse than the value at risk."),
            Map.entry(
                    Concept.SHARPE,
                    "The Sharpe ratio is the return above the risk-free rate for each unit of volatility. Higher is better."),
            Map.entry(
                    Concept.SORTINO,
                    "The Sortino ratio is like the Sharpe ratio, but counts only the spread of returns below the target."),
            Map.entry(Concept.CALMAR, "The Calmar ratio is the growth rate a year divided by the maximum drawdown."),
            Map.entry(
                    Concept.DOWNSIDE,
                    "Downside deviation is the spread of the returns below the target, scaled to a year."),
            Map.entry(
                    Concept.SKEWNESS,
                    "Skewness says whether the returns lean to one side: when it is negative, large losses are more common than"
                            + " large gains."),
            Map.entry(
                    Concept.KURTOSIS,
                    "Excess kurtosis says how heavy the tails of the returns are beside a normal distribution."),
            Map.entry(
                    Concept.ULCER, "The ulcer index is the root mean square of all drawdowns: how deep and how long."),
            Map.entry(
                    Concept.BETA,
                    "Beta says how strongly the portfolio moves with the benchmark: above one it moves more, below one less."),
            Map.entry(
                    Concept.ALPHA,
                    "Alpha is the return that the portfolio's beta to the benchmark does not explain, scaled to a year."),
            Map.entry(
                    Concept.CORRELATION,
                    "Correlation says how closely two series move together, from minus one over zero to one."),
            Map.entry(
                    Concept.R_SQUARED,
                    "R squared is the part of the portfolio's variance that the benchmark explains."),
            Map.entry(
                    Concept.TRACKING_ERROR,
                    "Tracking error is the volatility of the difference between the portfolio's and the benchmark's returns."),
            Map.entry(
                    Concept.INFORMATION_RATIO,
                    "The information ratio is the return above the benchmark for each unit of tracking error."),
            Map.entry(
                    Concept.DRAWDOWN,
                    "A drawdown is a fall from a peak, in per cent of that peak. It lasts until the peak is reached again."),
            Map.entry(
                    Concept.PERFORMANCE,
                    "The time-weighted return shows how the investments did, whatever was paid in or out. The money-weighted"
                            + " return shows how your money did, with the timing of your deposits and withdrawals."),
            Map.entry(
                    Concept.UNREALISED,
                    "An unrealised gain is the value of what you hold less what it cost; selling makes it a realised one."),
            Map.entry(
                    Concept.REALISED,
                    "A realised gain is what a sale brought less what was sold had cost, first in first out."),
            Map.entry(
                    Concept.CONCENTRATION,
                    "A portfolio is concentrated when a few holdings make up most of its value.")));

    private Glossary() {}

    /** The meaning of a word as somebody wrote it. */
    public static Optional<String> meaning(String term) {
        return meaning(Reading.of(term, 0));
    }

    /** The meaning of the first measure that the question names. */
    static Optional<String> meaning(Reading reading) {
        return reading.concepts().stream()
                .filter(MEANINGS::containsKey)
                .findFirst()
                .map(MEANINGS::get);
    }
}
