package io.quantumleap.chat.conversation;

import java.util.Objects;

/** Something that was told about an answer while it grew, kept so that a reader who lost the line can catch up. */
public sealed interface AnswerEvent {

    /** The question was accepted. */
    record Started(ConversationId conversation, String model) implements AnswerEvent {

        /** Refuses missing parts. */
        public Started {
            Objects.requireNonNull(conversation, "conversation");
            Objects.requireNonNull(model, "model");
        }
    }

    /** A tool was about to run. */
    record ToolCalled(String tool, String progress) implements AnswerEvent {

        /** Refuses missing parts. */
        public ToolCalled {
            Objects.requireNonNull(tool, "tool");
            Objects.requireNonNull(progress, "progress");
        }
    }

    /** A piece of the answer. */
    record Text(String piece) implements AnswerEvent {

        /** Refuses a missing text. */
        public Text {
            Objects.requireNonNull(piece, "piece");
        }
    }

    /** Tells it to a listener. */
    default void tell(AnswerListener listener) {
        if (this instanceof Started started) {
            listener.started(started.conversation(), started.model());
        } else if (this instanceof ToolCalled called) {
            listener.toolCalled(called.tool(), called.progress());
        } else {
            listener.text(((Text) this).piece());
        }
    }
}
