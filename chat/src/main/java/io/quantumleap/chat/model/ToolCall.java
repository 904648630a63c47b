package io.quantumleap.chat.model;

import io.quantumleap.chat.tool.ToolArguments;
import java.util.Objects;

/**
 * A model's wish to call a tool.
 *
 * @param id the model's name for this call
 * @param tool the name of the tool, as the model wrote it
 * @param arguments what it wants to tell the tool, unchecked
 */
public record ToolCall(String id, String tool, ToolArguments arguments) {

    /** Refuses missing parts. */
    public ToolCall {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(arguments, "arguments");
    }
}
