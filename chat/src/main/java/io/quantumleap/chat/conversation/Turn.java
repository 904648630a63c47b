package io.quantumleap.chat.conversation;

import io.quantumleap.chat.evidence.Source;
import io.quantumleap.chat.model.TokenUsage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One turn of a conversation. Turns are stored in pairs, a question with its answer, or not at all. */
public sealed interface Turn {

    /** What was said. */
    String text();

    /** When it was said. */
    Instant at();

    /** What the user asked. */
    record Asked(String text, Instant at) implements Turn {

        /** Refuses missing parts. */
        public Asked {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * What the assistant answered.
     *
     * @param text the answer, every figure of it traced
     * @param at when it was complete
     * @param sources what it rests on
     * @param model which model worded it
     * @param tokens what it used, or null when the provider does not say; read it through {@link #usage()}
     */
    record Answered(
            String text,
            Instant at,
            List<Source> sources,
            String model,
            @Nullable TokenUsage tokens) implements Turn {

        /** Refuses missing parts and copies the sources. */
        public Answered {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(model, "model");
            sources = List.copyOf(sources);
        }

        /** What the answer used, when the provider says. */
        public Optional<TokenUsage> usage() {
            return Optional.ofNullable(tokens);
        }
    }
}
