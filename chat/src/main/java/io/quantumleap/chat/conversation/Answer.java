package io.quantumleap.chat.conversation;

import java.util.List;
import java.util.Objects;

/**
 * A stored answer.
 *
 * @param conversation where it is stored
 * @param turn what was answered
 * @param suggestions what the user may want to ask next
 */
public record Answer(ConversationId conversation, Turn.Answered turn, List<String> suggestions) {

    /** Refuses missing parts and copies the suggestions. */
    public Answer {
        Objects.requireNonNull(conversation, "conversation");
        Objects.requireNonNull(turn, "turn");
        suggestions = List.copyOf(suggestions);
    }
}
