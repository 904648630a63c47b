package io.quantumleap.chat.analyst;

import io.quantumleap.chat.model.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** What the analyst does next: call tools, or say the answer. */
sealed interface Step {

    /** It needs these first. */
    record Call(List<ToolCall> calls) implements Step {

        /** Copies the calls. */
        public Call {
            calls = List.copyOf(calls);
        }
    }

    /** It knows the answer. */
    record Say(String text) implements Step {}

    static Step say(String text) {
        return new Say(text);
    }

    /** All of them: first every call that any of them needs, then all texts, one paragraph each. */
    static Step all(List<Step> steps) {
        List<ToolCall> calls = new ArrayList<>();
        StringJoiner texts = new StringJoiner("\n\n");
        for (Step step : steps) {
            if (step instanceof Call call) {
                call.calls().stream().filter(one -> !calls.contains(one)).forEach(calls::add);
            } else if (step instanceof Say say && !texts.toString().contains(say.text())) {
                texts.add(say.text());
            }
        }
        return calls.isEmpty() ? say(texts.toString()) : new Call(calls);
    }
}
