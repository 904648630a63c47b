package io.quantumleap.chat.tool;

import java.util.Objects;

/**
 * A change that a model asked for and that nobody has confirmed yet. Nothing of it is done.
 *
 * @param tool the tool that would do it
 * @param arguments what the tool would be told
 * @param summary what would be done, in one sentence that the tool wrote, not the model
 */
public record Proposal(String tool, ToolArguments arguments, String summary) {

    /** Refuses missing parts. */
    public Proposal {
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(arguments, "arguments");
        Objects.requireNonNull(summary, "summary");
    }
}
