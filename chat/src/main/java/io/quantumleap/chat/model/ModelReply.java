package io.quantumleap.chat.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model replied: text, or calls that it wants made before it goes on.
 *
 * @param text the whole text; every piece of it was given to the listener before
 * @param calls the tools it wants to call; empty when the text is its answer
 * @param tokens what the reply used, or null when the provider does not say; read it through {@link #usage()}
 * @param author the name of the model that replied, or null for the one that was asked; read it through
 *     {@link #answeredBy()}
 */
public record ModelReply(
        String text,
        List<ToolCall> calls,
        @Nullable TokenUsage tokens,
        @Nullable String author) {

    /** Refuses a missing text and copies the calls. */
    public ModelReply {
        Objects.requireNonNull(text, "text");
        calls = List.copyOf(calls);
    }

    /** A reply of the model that was asked. */
    public ModelReply(String text, List<ToolCall> calls, @Nullable TokenUsage tokens) {
        this(text, calls, tokens, null);
    }

    /** A reply that is an answer. */
    public static ModelReply saying(String text) {
        return new ModelReply(text, List.of(), null);
    }

    /** A reply that wants tools called. */
    public static ModelReply calling(List<ToolCall> calls) {
        return new ModelReply("", calls, null);
    }

    /** The name of the model that replied, where several may have been asked. */
    public Optional<String> answeredBy() {
        return Optional.ofNullable(author);
    }

    /** The same reply with the name of the model that gave it. */
    public ModelReply by(String model) {
        return new ModelReply(text, calls, tokens, model);
    }

    /** What the reply used, when the provider says. */
    public Optional<TokenUsage> usage() {
        return Optional.ofNullable(tokens);
    }
}
