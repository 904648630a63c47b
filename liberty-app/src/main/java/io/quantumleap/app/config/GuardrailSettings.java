package io.quantumleap.app.config;

import io.quantumleap.chat.guardrail.AdvicePolicy;
import io.quantumleap.chat.guardrail.GroundingPolicy;
import io.quantumleap.chat.guardrail.LanguagePolicy;

/**
 * What the assistant is held to.
 *
 * @param grounding what happens to what cannot be traced
 * @param advice what answers may say about what to do
 * @param languages which languages questions may be asked in
 */
public record GuardrailSettings(GroundingPolicy grounding, AdvicePolicy advice, LanguagePolicy languages) {}
