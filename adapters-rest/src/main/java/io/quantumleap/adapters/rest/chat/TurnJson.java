package io.quantumleap.adapters.rest.chat;

import io.quantumleap.chat.conversation.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A turn of a conversation; a question has no sources and no model. */
public record TurnJson(
        String role,
        String text,
        String timestamp,
        @Nullable List<SourceJson> sources,
        @Nullable String model) {

    static TurnJson of(Turn turn) {
        return turn instanceof Turn.Answered answered
                ? new TurnJson(
                        "assistant",
                        answered.text(),
                        answered.at().toString(),
                        SourceJson.of(answered.sources()),
                        answered.model())
                : new TurnJson("user", turn.text(), turn.at().toString(), null, null);
    }
}
