package io.quantumleap.chat.tool;

import java.util.Objects;

/**
 * The tool has no figures to give.
 *
 * @param reason the kind of refusal
 * @param message one sentence fit for the user, which the model can act on as well
 */
public record ToolRefusal(Reason reason, String message) implements ToolOutcome {

    /** The kinds of refusal. */
    public enum Reason {
        /** The caller has no portfolio yet. */
        NO_PORTFOLIO,
        /** There is nothing recorded that could answer, such as no prices in the period. */
        NO_DATA,
        /** The caller has no such object. */
        UNKNOWN_OBJECT,
        /** The arguments break a rule of the tool. */
        BAD_ARGUMENTS,
        /** The tool did not finish within its time limit. */
        TOO_SLOW,
        /** There is no such tool, or this question has used up its calls. */
        NOT_ALLOWED
    }

    /** Refuses missing parts. */
    public ToolRefusal {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(message, "message");
    }
}
