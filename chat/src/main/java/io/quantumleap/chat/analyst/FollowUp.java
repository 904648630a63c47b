package io.quantumleap.chat.analyst;

import static io.quantumleap.chat.analyst.Concept.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question together with what it leaves to the one before: "and last year?", "what about ACME?", "how risky is it?".
 *
 * @param reading what is asked
 * @param symbols the instruments that are meant
 */
record FollowUp(Reading reading, List<String> symbols) {

    /** Ideas that are no question by themselves but one about what was asked before: "why?", "and the index?". */
    private static final Concept[] CONTINUING = {WHY, CONTRIBUTION, MARKET, COMPARE, BETTER_OFF};

    private static final Concept[] SUBJECTS = {BIGGEST, SMALLEST, BEST, WORST, HOLDING};
    private static final int MOST_UNKNOWN = 1;

    FollowUp {
        symbols = List.copyOf(symbols);
    }

    /** Whether a question that names no topic may get it from the one before. */
    static boolean isPossible(Reading reading) {
        boolean refers = reading.period().isPresent()
                || reading.has(CONTINUING)
                || reading.has(PRONOUN)
                || reading.count().isPresent();
        return refers && reading.unknown().size() <= MOST_UNKNOWN;
    }

    /** The latest question that asked for data. */
    static Optional<String> previous(List<String> earlier) {
        for (int i = earlier.size() - 1; i >= 0; i--) {
            Reading reading = Reading.of(earlier.get(i), 0);
            boolean mayAskForData = Topics.asksForData(reading)
                    || !Reading.symbolCandidates(earlier.get(i)).isEmpty();
            if (mayAskForData && Talk.answer(reading).isEmpty()) {
                return Optional.of(earlier.get(i));
            }
        }
        return Optional.empty();
    }

    static FollowUp of(Reading now, List<String> symbolsNow, Reading before, List<String> symbolsBefore) {
        boolean ownTopic = Topics.asksForData(now);
        boolean refersBack = now.has(PRONOUN) && symbolsNow.isEmpty() && !now.has(PORTFOLIO) && !now.has(SUBJECTS);
        if (ownTopic && refersBack && (before.has(SUBJECTS) || !symbolsBefore.isEmpty())) {
            return new FollowUp(withSubjectOf(now, before), symbolsBefore);
        }
        boolean onlyPeriodLacks = ownTopic
                && now.period().isEmpty()
                && symbolsNow.isEmpty()
                && now.has(CONTINUING)
                && before.period().isPresent()
                && before.understood() > 0
                && (now.has(BETTER_OFF) || !now.has(MINE, PORTFOLIO));
        if (onlyPeriodLacks) {
            return new FollowUp(copy(now, now.concepts(), now, before, before), symbolsNow);
        }
        boolean continues = !ownTopic
                && before.understood() > 0
                && (isPossible(now) || !symbolsNow.isEmpty())
                && now.unknown().size() <= MOST_UNKNOWN;
        if (!continues || (!symbolsNow.isEmpty() && !now.text().matches(".*\\b(?:and|about|same|too|also|or)\\b.*"))) {
            return new FollowUp(now, symbolsNow);
        }
        return new FollowUp(
                withTopicOf(now, before, !symbolsNow.isEmpty()), symbolsNow.isEmpty() ? symbolsBefore : symbolsNow);
    }

    private static Reading withSubjectOf(Reading now, Reading before) {
        List<Concept> concepts = new ArrayList<>(now.concepts());
        before.concepts().stream().filter(List.of(SUBJECTS)::contains).forEach(concepts::add);
        return copy(now, concepts, now, now, before);
    }

    private static Reading withTopicOf(Reading now, Reading before, boolean otherSubject) {
        List<Concept> concepts = new ArrayList<>(before.concepts());
        if (otherSubject) {
            concepts.removeAll(List.of(SUBJECTS));
        }
        concepts.addAll(now.concepts());
        if (now.has(MARKET)) {
            concepts.add(COMPARE);
        }
        return copy(now, concepts, now, before, before);
    }

    private static Reading copy(Reading now, List<Concept> concepts, Reading first, Reading second, Reading before) {
        return new Reading(
                concepts,
                now.text(),
                first.period().or(second::period).orElse(null),
                first.countOrZero() > 0 ? first.countOrZero() : second.countOrZero(),
                now.understood() + before.understood(),
                now.unknown());
    }
}
