package io.quantumleap.chat.grounding;

import io.quantumleap.chat.evidence.Sense;
import io.quantumleap.chat.grounding.Claim.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises a figure that the text worked out itself: a sum, a difference or a ratio of figures that stand beside it. The
 * operands are facts that the same sentence or the one before states, or one measure of the parts that the sentence names;
 * the sentence must say that something was added, compared or divided.
 */
final class Derivation {

    /** More operands than this would let chance find a match. */
    private static final int MOST_OPERANDS = 8;

    private static final Pattern SUM = Pattern.compile(
            "\\b(?:together|combined|in total|in all|altogether|sum|both|jointly|added up|adds? up|making|total(?:s|ling|ing)?|the rest|remaining|remainder|left)\\b");
    private static final Pattern DIFFERENCE = Pattern.compile(
            "\\b(?:more|less|difference|differ\\w*|ahead|behind|higher|lower|above|below|gap|apart|by|better|worse|greater|smaller|excess|outperform\\w*"
                    + "|underperform\\w*|lag\\w*|beat|bigger|points|net|after|exceed\\w*|trail\\w*|increase|decrease|change\\w*|rose|fell|the rest|remaining)\\b");
    private static final Pattern RATIO = Pattern.compile(
            "\\b(?:times|twice|half|double|ratio|per cent of|percent of|share of|of the|of your)\\b|% of|\\bx\\b");
    private static final Set<String> ADDABLE = Set.of(
            "weight",
            "value",
            "gain",
            "unrealised_gain",
            "cost",
            "contribution",
            "start_value",
            "end_value",
            "amount",
            "dividends",
            "fees",
            "cash_weight",
            "cash");

    private final Evidence evidence;
    private final String lower;
    private final boolean adds;
    private final boolean subtracts;
    private final boolean divides;

    Derivation(Evidence evidence, String lowerText) {
        this.evidence = evidence;
        this.lower = lowerText;
        this.adds = SUM.matcher(lowerText).find();
        this.subtracts = DIFFERENCE.matcher(lowerText).find();
        this.divides = RATIO.matcher(lowerText).find();
    }

    /**
     * The operands of the sum, difference or ratio that a number can be.
     *
     * @param stated the facts that this sentence and the one before state
     * @param named the parts that the sentence names
     */
    Optional<List<Fact>> operandsOf(Claim.OfNumber claim, Set<Fact> stated, List<String> named) {
        List<Fact> near = stated.stream()
                .filter(fact -> fact.cited() != null)
                .limit(MOST_OPERANDS)
                .toList();
        Optional<List<Fact>> found = Optional.empty();
        if (subtracts) {
            found = pair(claim, near, false);
        }
        if (found.isEmpty() && adds) {
            found = pair(claim, near, true)
                    .or(() -> sums(claim, near))
                    .or(() -> sumOfParts(claim, named))
                    .or(() -> sumOfAll(claim, named));
        }
        if (found.isEmpty() && subtracts) {
            found = differenceOfParts(claim, named);
        }
        if (found.isEmpty() && divides) {
            found = ratio(claim, near);
        }
        return found;
    }

    private static Optional<List<Fact>> pair(Claim.OfNumber claim, List<Fact> facts, boolean sum) {
        for (int i = 0; i < facts.size(); i++) {
            for (int j = i + 1; j < facts.size(); j++) {
                Optional<BigDecimal> value = combined(claim, facts.get(i), facts.get(j), sum);
                if (value.filter(result -> fits(claim, result)).isPresent()) {
                    return Optional.of(List.of(facts.get(i), facts.get(j)));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> combined(Claim.OfNumber claim, Fact one, Fact other, boolean sum) {
        Optional<BigDecimal> first = operand(claim, one);
        Optional<BigDecimal> second = operand(claim, other);
        if (first.isEmpty() || second.isEmpty() || !sameCurrency(one, other)) {
            return Optional.empty();
        }
        return Optional.of(sum ? first.get().add(second.get()) : first.get().subtract(second.get()));
    }

    private static boolean sameCurrency(Fact one, Fact other) {
        return !(one.content() instanceof Fact.MoneyFact money)
                || (other.content() instanceof Fact.MoneyFact second
                        && money.currencies().equals(second.currencies()));
    }

    /** The value of a fact in the unit of the claim. */
    private static Optional<BigDecimal> operand(Claim.OfNumber claim, Fact fact) {
        if (claim.unit() == Unit.PERCENT && fact.content() instanceof Fact.PercentFact percent) {
            return Optional.of(percent.percent());
        }
        if (claim.unit() == Unit.MONEY
                && fact.content() instanceof Fact.MoneyFact money
                && claim.currencies().stream().anyMatch(money.currencies()::contains)) {
            return Optional.of(money.amount());
        }
        boolean plain = claim.unit() == Unit.PLAIN && fact.content() instanceof Fact.NumberFact;
        return plain ? Optional.of(((Fact.NumberFact) fact.content()).value()) : Optional.empty();
    }

    private static boolean fits(Claim.OfNumber claim, BigDecimal value) {
        return claim.allowsMagnitude(value.abs());
    }

    private static Optional<List<Fact>> sums(Claim.OfNumber claim, List<Fact> facts) {
        List<Fact> usable =
                facts.stream().filter(fact -> operand(claim, fact).isPresent()).toList();
        for (int from = 0; from < usable.size(); from++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int to = from; to < usable.size(); to++) {
                sum = sum.add(operand(claim, usable.get(to)).orElseThrow());
                if (to - from >= 2 && fits(claim, sum)) {
                    return Optional.of(usable.subList(from, to + 1));
                }
            }
        }
        return Optional.empty();
    }

    /** "ACME, DAX and cash together": one addable measure over all parts that are named. */
    private Optional<List<Fact>> sumOfParts(Claim.OfNumber claim, List<String> named) {
        return named.size() < 2 ? Optional.empty() : overMeasures(claim, named, true);
    }

    /** "The holdings are worth … in all": one addable measure over all rows of a result. */
    private Optional<List<Fact>> sumOfAll(Claim.OfNumber claim, List<String> named) {
        if (!named.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<Fact>> columns = new LinkedHashMap<>();
        for (Fact fact : evidence.facts()) {
            String metric = fact.metric();
            if (metric != null
                    && fact.owner() != null
                    && ADDABLE.contains(metric)
                    && operand(claim, fact).isPresent()) {
                columns.computeIfAbsent(fact.source() + metric, column -> new ArrayList<>())
                        .add(fact);
            }
        }
        return columns.values().stream()
                .filter(column -> column.size() > 1)
                .filter(column -> fits(
                        claim,
                        column.stream()
                                .map(fact -> operand(claim, fact).orElseThrow())
                                .reduce(BigDecimal.ZERO, BigDecimal::add)))
                .findFirst();
    }

    private Optional<List<Fact>> differenceOfParts(Claim.OfNumber claim, List<String> named) {
        return named.size() != 2 ? Optional.empty() : overMeasures(claim, named, false);
    }

    private Optional<List<Fact>> overMeasures(Claim.OfNumber claim, List<String> named, boolean sum) {
        Set<String> measures = new LinkedHashSet<>();
        evidence.facts().forEach(fact -> {
            if (fact.metric() != null && (!sum || ADDABLE.contains(fact.metric()))) {
                measures.add(fact.metric());
            }
        });
        for (String measure : measures) {
            List<Fact> parts = new ArrayList<>();
            for (String label : named) {
                evidence.facts().stream()
                        .filter(fact -> measure.equals(fact.metric()) && label.equals(fact.owner()))
                        .filter(fact -> operand(claim, fact).isPresent())
                        .findFirst()
                        .ifPresent(parts::add);
            }
            if (parts.size() == named.size()) {
                BigDecimal value = parts.stream()
                        .map(fact -> operand(claim, fact).orElseThrow())
                        .reduce((one, other) -> sum ? one.add(other) : one.subtract(other))
                        .orElseThrow();
                if (fits(claim, value) && (!sum || pointsThere(claim, parts, value))) {
                    return Optional.of(parts);
                }
            }
        }
        return Optional.empty();
    }

    /** A sum of gains and losses is told as the gain or the loss that it is. */
    private boolean pointsThere(Claim.OfNumber claim, List<Fact> parts, BigDecimal value) {
        boolean changes = parts.stream()
                .allMatch(fact -> (fact.content() instanceof Fact.MoneyFact money && money.sense() == Sense.CHANGE)
                        || (fact.content() instanceof Fact.PercentFact percent && percent.sense() == Sense.CHANGE));
        return !changes || new Direction(lower, claim).agrees(value.signum(), Sense.CHANGE);
    }

    private static Optional<List<Fact>> ratio(Claim.OfNumber claim, List<Fact> facts) {
        boolean percent = claim.unit() == Unit.PERCENT;
        if (!percent && claim.unit() != Unit.PLAIN) {
            return Optional.empty();
        }
        for (Fact one : facts) {
            for (Fact other : facts) {
                if (!one.equals(other)
                        && magnitude(one).isPresent()
                        && magnitude(other).filter(value -> value.signum() > 0).isPresent()
                        && one.content().getClass() == other.content().getClass()
                        && sameCurrency(one, other)) {
                    BigDecimal quotient =
                            magnitude(one).orElseThrow().divide(magnitude(other).orElseThrow(), MathContext.DECIMAL64);
                    if (fits(claim, percent ? quotient.movePointRight(2) : quotient)) {
                        return Optional.of(List.of(one, other));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> magnitude(Fact fact) {
        if (fact.content() instanceof Fact.PercentFact percent) {
            return Optional.of(percent.percent().abs());
        }
        if (fact.content() instanceof Fact.MoneyFact money) {
            return Optional.of(money.amount().abs());
        }
        return fact.content() instanceof Fact.NumberFact number
                ? Optional.of(number.value().abs())
                : Optional.empty();
    }
}
