package io.quantumleap.chat.grounding;

import io.quantumleap.chat.evidence.CitedFigure;
import io.quantumleap.chat.evidence.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Traces every figure that an answer states to the evidence. A figure is traced when a fact has its unit, lies within
 * the rounding that its spelling promises, points in the direction that the words say, and does not belong to another
 * part than the one that the words name. Not safe for use by many threads.
 *
 * <p>The answer is reviewed piece by piece ({@link Sentences}), so that a checked piece can be shown while the model
 * still writes the next; the result is the same as that of a review of the whole.
 */
public final class GroundingCheck {

    private final Evidence evidence;
    private final Map<Integer, Set<CitedFigure>> cited = new LinkedHashMap<>();
    private String previous = "";
    private Set<Fact> previousFacts = Set.of();

    /** A check against this evidence, which may still grow. */
    public GroundingCheck(Evidence evidence) {
        this.evidence = evidence;
    }

    /**
     * Reviews the next piece of the answer. A piece that passes counts towards {@link #sources()}.
     *
     * @return the figures that could not be traced, as the text states them; empty when the piece passes
     */
    public List<String> review(String piece) {
        ClaimReader.Reading reading = ClaimReader.read(piece, evidence.names());
        Tracing tracing = new Tracing(evidence, reading, previous);
        List<List<Fact>> found = new ArrayList<>(
                reading.claims().stream().map(tracing::candidates).toList());
        derive(reading, found);
        List<String> untraced = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).isEmpty()) {
                untraced.add(reading.claims().get(i).text());
            }
        }
        untraced.addAll(Rankings.untraced(evidence, reading.folded(), previous));
        untraced.addAll(Verdicts.untraced(evidence, reading.folded()));
        untraced.addAll(Names.untraced(evidence, piece));
        if (untraced.isEmpty()) {
            cite(found);
            if (!reading.folded().isBlank()) {
                previous = reading.folded();
                previousFacts = facts(found);
            }
        }
        return List.copyOf(untraced);
    }

    /** What no fact states by itself may still follow from facts that stand beside it. */
    private void derive(ClaimReader.Reading reading, List<List<Fact>> found) {
        Set<Fact> stated = facts(found);
        stated.addAll(previousFacts);
        Derivation derivation = new Derivation(evidence, reading.folded().toLowerCase(Locale.ROOT));
        List<String> named = Labels.in(evidence, reading.folded());
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).isEmpty() && reading.claims().get(i) instanceof Claim.OfNumber number) {
                found.set(i, derivation.operandsOf(number, stated, named).orElse(List.of()));
            }
        }
    }

    /** The facts that stand behind the claims, the best of each. */
    private static Set<Fact> facts(List<List<Fact>> found) {
        return found.stream()
                .filter(candidates -> !candidates.isEmpty())
                .map(candidates -> candidates.get(0))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Reviews a whole text.
     *
     * @return the figures that could not be traced, as the text states them; empty when the text passes
     */
    public List<String> reviewAll(String text) {
        return Sentences.of(text).stream()
                .map(this::review)
                .flatMap(Collection::stream)
                .toList();
    }

    /** The sources that the pieces reviewed so far rest on, each with the figures that they cite. */
    public List<Source> sources() {
        List<Source> all = evidence.sources();
        List<Source> used = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Set<CitedFigure> figures = cited.getOrDefault(i, Set.of());
            if (!figures.isEmpty()) {
                Source source = all.get(i);
                used.add(new Source(source.tool(), source.title(), source.href(), List.copyOf(figures)));
            }
        }
        return used;
    }

    /** Of several facts that say the same, the one of the source that stands behind most of the piece is cited. */
    private void cite(List<List<Fact>> found) {
        Map<Integer, Long> support = found.stream()
                .flatMap(candidates -> candidates.stream().map(Fact::source).distinct())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        for (List<Fact> candidates : found) {
            Fact best = candidates.get(0);
            for (Fact fact : candidates) {
                if (support.getOrDefault(fact.source(), 0L) > support.getOrDefault(best.source(), 0L)) {
                    best = fact;
                }
            }
            cite(best);
        }
    }

    private void cite(Fact fact) {
        CitedFigure figure = fact.cited();
        if (figure != null) {
            cited.computeIfAbsent(fact.source(), source -> new LinkedHashSet<>())
                    .add(figure);
        }
    }
}
