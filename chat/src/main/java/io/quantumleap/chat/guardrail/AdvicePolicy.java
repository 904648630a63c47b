package io.quantumleap.chat.guardrail;

import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ScenarioTools;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What answers may say about what to do, and what stands below them.
 *
 * @param mode how far answers may go
 * @param jurisdictionOrNull whose law the disclaimer speaks of, such as {@code Germany}, or null
 * @param disclaimerOrNull a sentence to stand below answers that touch on decisions, or null for the one of the product
 */
public record AdvicePolicy(
        Mode mode,
        @Nullable String jurisdictionOrNull,
        @Nullable String disclaimerOrNull) {

    /** How far answers may go. */
    public enum Mode {
        /** Facts only: a sentence that recommends to buy, sell or hold is withheld. */
        FACTS_ONLY,
        /** General statements are allowed, with the disclaimer below; a personal recommendation is withheld. */
        GENERAL_INFORMATION,
        /**
         * A recommendation is allowed, with the disclaimer below, for whoever is licensed and has checked suitability; but only
         * in an answer for which a tool has worked out what it would do to the portfolio, or how the portfolio stands.
         */
        SUITABLE_ADVICE
    }

    /** Facts only, nobody's law in particular. */
    public static final AdvicePolicy DEFAULT = new AdvicePolicy(Mode.FACTS_ONLY, null, null);

    private static final String ACTION =
            "(?:buy|sell|hold|keep|purchas\\w*|dump|short|exit|invest in|get rid of|add to|reduc\\w*|increas\\w*)";
    private static final Pattern PERSONAL = Pattern.compile(
            "\\b(?:you (?:should|ought to|must|need to|had better|might want to|may want to|could consider)|i (?:would |strongly |'d )*(?:recommend|suggest|advise)|my advice is|"
                    + "i'd|we recommend|it(?:'s| is| would be) (?:time|wise|best|better|smart|advisable) to|consider)\\b[^.!?]{0,60}\\b"
                    + ACTION + "(?:ing)?\\b"
                    + "|^\\W*" + ACTION + " (?:more|all|some|your|the|now|[A-Z]{2,})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GENERAL = Pattern.compile(
            "\\b(?:is|are|looks?|seems?) (?:a |an )?(?:(?:good|great|strong|clear|attractive|bad) )?(?:buy|sell|bargain|overvalued|undervalued|must-have)\\b"
                    + "|\\b(?:will|is going to|are going to|should) (?:definitely |surely |certainly |probably )?(?:rise|fall|go up|go down|double|crash|recover|outperform)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DENIED =
            Pattern.compile("\\b(?:not|cannot|can't|don't|no|never|whether|if)\\b", Pattern.CASE_INSENSITIVE);

    /** Refuses a missing mode. */
    public AdvicePolicy {
        Objects.requireNonNull(mode, "mode");
    }

    /** The tools after which a recommendation can be weighed: its consequences were tried out, or the risk was measured. */
    private static final Set<String> GROUNDS_FOR_ADVICE = Set.of(
            ScenarioTools.WHAT_IF_TRADE.name(),
            ScenarioTools.REBALANCE.name(),
            ScenarioTools.STRESS.name(),
            FinancialTools.HEALTH.name());

    /**
     * Why a sentence may not be said under this policy; empty when it may.
     *
     * @param toolsUsed the tools that gave figures for the answer so far
     */
    public Optional<String> objection(String sentence, Set<String> toolsUsed) {
        if (DENIED.matcher(sentence).find()) {
            return Optional.empty();
        }
        if (PERSONAL.matcher(sentence).find()) {
            return objectionToRecommending(toolsUsed);
        }
        return mode == Mode.FACTS_ONLY && GENERAL.matcher(sentence).find()
                ? Optional.of("an opinion or a forecast")
                : Optional.empty();
    }

    private Optional<String> objectionToRecommending(Set<String> toolsUsed) {
        if (mode != Mode.SUITABLE_ADVICE) {
            return Optional.of("a recommendation to buy, sell or hold");
        }
        return toolsUsed.stream().anyMatch(GROUNDS_FOR_ADVICE::contains)
                ? Optional.empty()
                : Optional.of(
                        "a recommendation whose consequences for this portfolio were not worked out; try it out with "
                                + ScenarioTools.WHAT_IF_TRADE.name() + " first");
    }

    /** The sentence below answers that touch on decisions; empty under {@link Mode#FACTS_ONLY} without one of one's own. */
    public Optional<String> disclaimer() {
        if (disclaimerOrNull != null) {
            return Optional.of(disclaimerOrNull);
        }
        String law = jurisdictionOrNull == null ? "" : " under the law of " + jurisdictionOrNull;
        return mode == Mode.FACTS_ONLY
                ? Optional.empty()
                : Optional.of("This is general information and no personal investment advice" + law
                        + ". Past results say little about future ones.");
    }
}
