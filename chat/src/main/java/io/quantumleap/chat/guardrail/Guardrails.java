package io.quantumleap.chat.guardrail;

import io.quantumleap.chat.guardrail.port.GuardrailWatch;
import java.util.Objects;

/**
 * What an assistant is held to.
 *
 * @param grounding what happens to what cannot be traced
 * @param advice what answers may say about what to do
 * @param languages which languages questions may be asked in
 * @param watch hears of signs of manipulation
 */
public record Guardrails(
        GroundingPolicy grounding, AdvicePolicy advice, LanguagePolicy languages, GuardrailWatch watch) {

    /** Correct what cannot be traced, tell facts only, tell nobody. */
    public static final Guardrails DEFAULT =
            new Guardrails(GroundingPolicy.CORRECT, AdvicePolicy.DEFAULT, LanguagePolicy.ANY, GuardrailWatch.NONE);

    /** Refuses missing parts. */
    public Guardrails {
        Objects.requireNonNull(grounding, "grounding");
        Objects.requireNonNull(advice, "advice");
        Objects.requireNonNull(languages, "languages");
        Objects.requireNonNull(watch, "watch");
    }
}
