package io.quantumleap.chat.conversation;

import java.util.Objects;

/**
 * What was said in the part of a conversation that a model does not see any more. It is no evidence: no figure of an answer
 * can rest on it.
 *
 * @param text in words
 * @param turns how many turns, from the first on, it stands for
 */
public record Summary(String text, int turns) {

    /** Nothing fell out yet. */
    public static final Summary NOTHING = new Summary("", 0);

    /** Refuses a missing text. */
    public Summary {
        Objects.requireNonNull(text, "text");
    }
}
