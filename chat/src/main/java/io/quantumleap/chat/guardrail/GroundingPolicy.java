package io.quantumleap.chat.guardrail;

/** What happens to a sentence that states what cannot be traced. */
public enum GroundingPolicy {
    /** The model may correct itself once; what still cannot be traced is withheld. */
    CORRECT,
    /** The sentence is shown with a mark that names what cannot be traced. */
    MARK,
    /** The answer ends before the sentence, at once. */
    WITHHOLD
}
