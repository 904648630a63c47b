package io.quantumleap.chat.grounding;

import io.quantumleap.chat.evidence.Metric;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks what a text says about first and last places: "your biggest holding is ACME", "DAX lost the most". */
final class Rankings {

    private static final String ORDINAL = "(?<ordinal>(?:second|third|fourth|fifth|2nd|3rd|4th|5th)[ -])?";
    private static final String HOLDING =
            "(?:single |individual |equity |stock )?(?:holdings?|positions?|investments?|stocks?|assets?|instruments?|shares?|weights?|names?)";

    private static final List<Kind> KINDS = List.of(
            kind(
                    ORDINAL
                            + "(?:biggest|largest|greatest|worst) (?:loss|losses|losers?|detractors?|drags?)\\b|lost (?:you )?(?:by far )?the most|"
                            + "cost you (?:by far )?the most|(?:hurt|dragged) (?:you )?(?:by far )?(?:the )?most",
                    false,
                    Metric.GAIN,
                    Metric.CONTRIBUTION,
                    Metric.UNREALISED_GAIN),
            kind(
                    ORDINAL
                            + "(?:biggest|largest|greatest|best|top) (?:gains?|gainers?|winners?|contributors?|profits?)\\b"
                            + "|(?:gained|made|earned|contributed|added) (?:you )?(?:by far )?the most",
                    true,
                    Metric.GAIN,
                    Metric.CONTRIBUTION,
                    Metric.UNREALISED_GAIN),
            kind(ORDINAL + "(?:best|strongest) (?:calendar )?year", true, Metric.YEAR_RETURN),
            kind(ORDINAL + "(?:worst|weakest) (?:calendar )?year", false, Metric.YEAR_RETURN),
            kind(
                    ORDINAL + "(?:best|strongest)(?:[ -]perform\\w+)? " + HOLDING + "|"
                            + ORDINAL.replace("ordinal", "ordinal2") + "best[ -]perform(?:er|ing)",
                    true,
                    Metric.UNREALISED_RETURN,
                    Metric.OWN_RETURN,
                    Metric.UNREALISED_GAIN,
                    Metric.GAIN,
                    Metric.CONTRIBUTION,
                    Metric.PRICE_RETURN),
            kind(
                    ORDINAL + "(?:worst|weakest)(?:[ -]perform\\w+)? " + HOLDING + "|"
                            + ORDINAL.replace("ordinal", "ordinal2") + "worst[ -]perform(?:er|ing)",
                    false,
                    Metric.UNREALISED_RETURN,
                    Metric.OWN_RETURN,
                    Metric.UNREALISED_GAIN,
                    Metric.GAIN,
                    Metric.CONTRIBUTION,
                    Metric.PRICE_RETURN),
            kind("(?:most volatile|riskiest)", true, Metric.VOLATILITY),
            kind("(?:least volatile|least risky|safest|calmest)", false, Metric.VOLATILITY),
            kind(
                    ORDINAL + "(?:smallest|lightest|tiniest|least valuable) " + HOLDING,
                    false,
                    Metric.WEIGHT,
                    Metric.VALUE,
                    Metric.END_VALUE),
            kind(
                    ORDINAL + "(?:biggest|largest|heaviest|greatest|top|main|most valuable|highest|number[ -]one) "
                            + "(?:\\d+ )?" + HOLDING
                            + "|\\bis (?:by far )?(?:the )?(?:biggest|largest|heaviest|most valuable)\\b(?! \\w+)",
                    true,
                    Metric.WEIGHT,
                    Metric.VALUE,
                    Metric.END_VALUE));

    private static final Pattern CLAUSE_END =
            Pattern.compile("[;:]|,(?!\\d)|\\b(?:while|whereas|but|and|followed by|ahead of|before)\\b|\\s-\\s");
    private static final Pattern PRONOUN_FIRST = Pattern.compile("^\\W*(?:it|this|that)\\b");
    private static final Pattern NOT = Pattern.compile("\\b(?:not|isn't|wasn't|nor|no longer)\\b");
    private static final Pattern SEVERAL = Pattern.compile("(?<![\\w.,])(?<count>\\d{1,2}|two|three|four|five)(?= )");

    private Rankings() {}

    private record Kind(Pattern words, boolean greatestFirst, List<Metric> measures) {}

    private static Kind kind(String words, boolean greatestFirst, Metric... measures) {
        return new Kind(Pattern.compile(words), greatestFirst, List.of(measures));
    }

    /** The statements that no result bears out. */
    static List<String> untraced(Evidence evidence, String text, String previous) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        List<String> untraced = new ArrayList<>();
        Set<Integer> seen = new LinkedHashSet<>();
        for (Kind kind : KINDS) {
            Matcher said = kind.words().matcher(lower);
            while (said.find()) {
                if (seen.add(said.start()) && !holds(evidence, kind, said, text, lower, previous)) {
                    untraced.add(text.substring(said.start(), said.end()));
                }
            }
        }
        return untraced;
    }

    private static boolean holds(
            Evidence evidence, Kind kind, Matcher said, String text, String lower, String previous) {
        int[] clause = clauseAround(text, said.start(), said.end());
        String inside = text.substring(clause[0], clause[1]);
        if (NOT.matcher(lower.substring(clause[0], clause[1])).find()
                || lower.strip().endsWith("?")) {
            return true;
        }
        List<List<String>> orders = orders(evidence, kind);
        List<String> labels = ranked(Labels.in(evidence, inside), orders);
        String list = text.substring(said.start());
        Matcher count =
                SEVERAL.matcher(lower.substring(0, said.end())).region(Math.max(0, said.start() - 6), said.end());
        if (count.find()) {
            return allWithin(
                    evidence, orders, ranked(Labels.in(evidence, list), orders), Numerals.value(count.group("count")));
        }
        if (labels.isEmpty()) {
            labels = ranked(Labels.in(evidence, list), orders).stream().limit(1).toList();
        }
        if (labels.isEmpty()) {
            labels = ranked(Labels.in(evidence, text), orders);
        }
        if (labels.isEmpty() && PRONOUN_FIRST.matcher(lower).find()) {
            labels = ranked(Labels.in(evidence, previous), orders);
        }
        if (labels.size() != 1) {
            return true;
        }
        return ranksAt(evidence, orders, labels.get(0), ordinal(said));
    }

    /** Of the parts that are named those that have a place in an order; all of them when none has. */
    private static List<String> ranked(List<String> labels, List<List<String>> orders) {
        List<String> placed = labels.stream()
                .filter(label -> orders.stream().anyMatch(order -> order.contains(label)))
                .toList();
        return placed.isEmpty() ? labels : placed;
    }

    private static int ordinal(Matcher said) {
        for (String group : List.of("ordinal", "ordinal2")) {
            if (said.pattern().pattern().contains("<" + group + ">") && said.group(group) != null) {
                return switch (said.group(group).charAt(0)) {
                    case 's', '2' -> 2;
                    case 't', '3' -> 3;
                    case '4' -> 4;
                    case '5' -> 5;
                    default -> said.group(group).startsWith("fo") ? 4 : 5;
                };
            }
        }
        return 1;
    }

    private static boolean ranksAt(Evidence evidence, List<List<String>> orders, String label, int place) {
        boolean judged = false;
        for (List<String> order : orders) {
            if (order.contains(label)) {
                judged = true;
                if (order.indexOf(label) == place - 1) {
                    return true;
                }
            }
        }
        return !judged && evidence.hasEarlier();
    }

    private static boolean allWithin(Evidence evidence, List<List<String>> orders, List<String> labels, int count) {
        if (labels.isEmpty()) {
            return true;
        }
        boolean judged = false;
        for (List<String> order : orders) {
            if (order.size() >= count) {
                judged = true;
                if (order.subList(0, count).containsAll(labels.subList(0, Math.min(count, labels.size())))) {
                    return true;
                }
            }
        }
        return !judged && evidence.hasEarlier();
    }

    /** Every order that a result gives, the place meant first. */
    private static List<List<String>> orders(Evidence evidence, Kind kind) {
        List<List<String>> orders = new ArrayList<>();
        for (Metric measure : kind.measures()) {
            for (Table table : evidence.tables().all()) {
                add(orders, table.order(measure), kind);
            }
            add(orders, evidence.tables().subjectsBy(measure), kind);
        }
        return orders;
    }

    private static void add(List<List<String>> orders, List<String> order, Kind kind) {
        if (order.size() > 1) {
            List<String> turned = new ArrayList<>(order);
            if (!kind.greatestFirst()) {
                java.util.Collections.reverse(turned);
            }
            orders.add(turned);
        }
    }

    private static int[] clauseAround(String text, int start, int end) {
        Matcher ends = CLAUSE_END.matcher(text);
        int from = 0;
        int to = text.length();
        while (ends.find()) {
            if (ends.end() <= start) {
                from = ends.end();
            } else if (ends.start() >= end) {
                to = ends.start();
                break;
            }
        }
        return new int[] {from, to};
    }
}
