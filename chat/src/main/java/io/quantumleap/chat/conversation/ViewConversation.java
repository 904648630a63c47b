package io.quantumleap.chat.conversation;

import io.quantumleap.chat.conversation.port.Conversations;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.UserId;
import java.util.List;
import java.util.Objects;

/** Shows a conversation to its owner. Safe for use by many threads. */
public final class ViewConversation {

    private final Conversations conversations;

    /** Works on this port. */
    public ViewConversation(Conversations conversations) {
        this.conversations = Objects.requireNonNull(conversations, "conversations");
    }

    /**
     * A conversation and what was said in it.
     *
     * @param conversation its head
     * @param turns all turns, oldest first
     */
    public record Transcript(Conversation conversation, List<Turn> turns) {

        /** Copies the turns. */
        public Transcript {
            turns = List.copyOf(turns);
        }
    }

    /**
     * The conversation with all its turns.
     *
     * @throws MissingObjectException if the caller has no such conversation
     */
    public Transcript view(UserId caller, ConversationId id) {
        Conversation conversation = conversations.find(caller, id).orElseThrow(ViewConversation::missing);
        return new Transcript(conversation, conversations.lastTurns(caller, id, Integer.MAX_VALUE));
    }

    static MissingObjectException missing() {
        return new MissingObjectException("There is no such conversation.");
    }
}
