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
 * @param purpose what the reply is for and who pays; the model does not see it
 */
public record ModelRequest(
        String instructions,
        List<Message> messages,
        List<ToolSpecification> tools,
        Duration timeLimit,
        CallPurpose purpose) {

    /** Refuses missing parts and copies the lists. */
    public ModelRequest {
        Objects.requireNonNull(instructions, "instructions");
        Objects.requireNonNull(timeLimit, "timeLimit");
        Objects.requireNonNull(purpose, "purpose");
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }

    /** A request on nobody's account. */
    public ModelRequest(
            String instructions, List<Message> messages, List<ToolSpecification> tools, Duration timeLimit) {
        this(instructions, messages, tools, timeLimit, CallPurpose.NONE);
    }
}
