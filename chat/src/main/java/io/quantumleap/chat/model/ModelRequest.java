package io.quantumleap.chat.model;

import io.quantumleap.chat.tool.ToolSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a model is asked.
 *
 * @param instructions the rules of the conversation
 * @param messages the conversation so far, oldest first
 * @param tools what it may call; empty when it must answer now
 * @param timeLimit how long the caller will wait for the whole reply
 */
public record ModelRequest(
        String instructions, List<Message> messages, List<ToolSpecification> tools, Duration timeLimit) {

    /** Refuses missing parts and copies the lists. */
    public ModelRequest {
        Objects.requireNonNull(instructions, "instructions");
        Objects.requireNonNull(timeLimit, "timeLimit");
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }
}
