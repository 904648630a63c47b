package io.quantumleap.adapters.rest.chat;

import io.quantumleap.chat.conversation.Answer;
import java.util.List;

/** An answer of the assistant. */
public record ChatAnswerJson(
        String status,
        String response,
        String conversationId,
        String timestamp,
        List<SourceJson> sources,
        List<String> suggestions,
        String model) {

    static ChatAnswerJson of(Answer answer) {
        return new ChatAnswerJson(
                "ok",
                answer.turn().text(),
                answer.conversation().toString(),
                answer.turn().at().toString(),
                SourceJson.of(answer.turn().sources()),
                answer.suggestions(),
                answer.turn().model());
    }
}
