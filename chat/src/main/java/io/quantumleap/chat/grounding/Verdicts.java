package io.quantumleap.chat.grounding;

import io.quantumleap.chat.evidence.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks statements without a figure about which way it went: "you beat the index", "DAX lost money". */
final class Verdicts {

    private static final Pattern CLAUSE_END =
            Pattern.compile("[;:.!]|,(?!\\d)|\\b(?:while|whereas|but|and)\\b|\\s-\\s");
    private static final Pattern AHEAD = Pattern.compile(
            "\\b(?:beat|beaten|outperform\\w*|ahead of|better (?:than|off)|did better|done better|surpass\\w*)\\b");
    private static final Pattern BEHIND = Pattern.compile(
            "\\b(?:underperform\\w*|lag(?:s|ged)?|trail(?:s|ed)|behind|worse (?:than|off)|did worse|done worse|fell short of)\\b");
    private static final Pattern BENCHMARK = Pattern.compile("\\b(?:index|benchmark|market)\\b");
    private static final Pattern OTHER_MATTER = Pattern.compile(
            "volatil|drawdown|risk|fee|cost|sharpe|deviation|year|month|quarter|than the peak|its peak|peak");
    private static final Pattern NOT = Pattern.compile("\\b(?:not|never|n't|neither|hardly)\\b|n't\\b");
    private static final Pattern OPEN = Pattern.compile("\\b(?:whether|if|unless|could|might|may|can)\\b|\\?");
    private static final Pattern UP = Pattern.compile(
            "\\b(?:gained|made|earned) (?:you )?money\\b|\\b(?:made|earned) a (?:profit|gain)\\b|\\b(?:rose|grew|went up|increased|climbed|gained)\\b(?! (?:[^a-z]*\\d|by|about|roughly|the most|most))"
                    + "|\\b(?:is|was|are|were) (?:up|in profit|profitable)\\b(?! to)");
    private static final Pattern DOWN = Pattern.compile(
            "\\blost (?:you )?money\\b|\\b(?:made|took|suffered) a loss\\b|\\b(?:fell|shrank|went down|declined|dropped|lost)\\b(?! (?:[^a-z]*\\d|by|about|roughly|the most|most|no more|less|more))"
                    + "|\\b(?:is|was|are|were) (?:down|at a loss|in the red)\\b");
    private static final List<Metric> OF_PART = List.of(
            Metric.GAIN,
            Metric.OWN_RETURN,
            Metric.UNREALISED_GAIN,
            Metric.UNREALISED_RETURN,
            Metric.PRICE_RETURN,
            Metric.CONTRIBUTION,
            Metric.YEAR_RETURN);
    private static final List<Metric> OF_WHOLE =
            List.of(Metric.GAIN, Metric.TIME_WEIGHTED_RETURN, Metric.UNREALISED_GAIN, Metric.PRICE_RETURN);
    private static final Pattern ABOUT_WHOLE =
            Pattern.compile("\\b(?:you|your portfolio|the portfolio|it|your money)\\b");

    private Verdicts() {}

    /** The statements that contradict the results. */
    static List<String> untraced(Evidence evidence, String text) {
        List<String> untraced = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        int start = 0;
        Matcher ends = CLAUSE_END.matcher(lower);
        while (ends.find()) {
            clause(evidence, text, lower, start, ends.start()).ifPresent(untraced::add);
            start = ends.end();
        }
        clause(evidence, text, lower, start, lower.length()).ifPresent(untraced::add);
        return untraced;
    }

    private static Optional<String> clause(Evidence evidence, String text, String lower, int start, int end) {
        String clause = lower.substring(start, end);
        if (OPEN.matcher(clause).find() || lower.strip().endsWith("?")) {
            return Optional.empty();
        }
        return comparison(evidence, text.substring(start, end), clause)
                .or(() -> trend(evidence, text.substring(start, end), clause));
    }

    private static Optional<String> comparison(Evidence evidence, String original, String clause) {
        boolean ahead = AHEAD.matcher(clause).find();
        Matcher cue = (ahead ? AHEAD : BEHIND).matcher(clause);
        Optional<Integer> truth = evidence.tables().aheadOfBenchmark();
        if (!cue.find() || truth.isEmpty() || OTHER_MATTER.matcher(clause).find()) {
            return Optional.empty();
        }
        List<String> benchmarks = evidence.tables().benchmarks();
        String before = original.substring(0, cue.start());
        String after = original.substring(cue.end());
        boolean namesBefore = names(before, benchmarks);
        boolean namesAfter = names(after, benchmarks);
        if (namesBefore == namesAfter) {
            return Optional.empty();
        }
        boolean inTheIndex = cue.group().endsWith("off");
        boolean portfolioAhead = ahead != (namesBefore || inTheIndex);
        boolean said = NOT.matcher(clause.substring(0, cue.start())).find() != portfolioAhead;
        return said == (truth.get() > 0) ? Optional.empty() : Optional.of(cue.group());
    }

    private static boolean names(String text, List<String> benchmarks) {
        return BENCHMARK.matcher(text.toLowerCase(Locale.ROOT)).find()
                || benchmarks.stream().anyMatch(text::contains);
    }

    private static Optional<String> trend(Evidence evidence, String original, String clause) {
        boolean up = UP.matcher(clause).find();
        boolean down = DOWN.matcher(clause).find();
        if (up == down || NOT.matcher(clause).find()) {
            return Optional.empty();
        }
        List<String> labels = Labels.in(evidence, original);
        List<Integer> signs = labels.isEmpty()
                ? ABOUT_WHOLE.matcher(clause).find() ? evidence.tables().signsOfWhole(OF_WHOLE) : List.of()
                : labels.size() == 1 ? evidence.tables().signsOf(labels.get(0), OF_PART) : List.of();
        int wrong = up ? -1 : 1;
        boolean contradicted = !signs.isEmpty() && signs.stream().allMatch(sign -> sign == wrong);
        Matcher cue = (up ? UP : DOWN).matcher(clause);
        return contradicted && cue.find() ? Optional.of(cue.group()) : Optional.empty();
    }
}
