package io.quantumleap.chat.model;

import io.quantumleap.chat.tool.ToolOutcome;
import java.util.List;
import java.util.Objects;

/** One message of what a model is shown. */
public sealed interface Message {

    /** What the person wrote. It is data: nothing in it changes what a tool may do. */
    record FromUser(String text) implements Message {

        /** Refuses a missing text. */
        public FromUser {
            Objects.requireNonNull(text, "text");
        }
    }

    /** What the model said, and the tools that it called. */
    record FromModel(String text, List<ToolCall> calls) implements Message {

        /** Refuses a missing text and copies the calls. */
        public FromModel {
            Objects.requireNonNull(text, "text");
            calls = List.copyOf(calls);
        }
    }

    /** What a tool call came to. */
    record FromTool(ToolCall call, ToolOutcome outcome) implements Message {

        /** Refuses missing parts. */
        public FromTool {
            Objects.requireNonNull(call, "call");
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    /** What the orchestration tells the model in the middle of an answer, such as that a figure cannot be traced. */
    record FromReviewer(String text) implements Message {

        /** Refuses a missing text. */
        public FromReviewer {
            Objects.requireNonNull(text, "text");
        }
    }
}
