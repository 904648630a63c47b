package io.quantumleap.chat.conversation;

import io.quantumleap.chat.conversation.port.Conversations;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import java.util.Objects;

/** Lists the conversations of the caller. Safe for use by many threads. */
public final class ListConversations {

    private final Conversations conversations;

    /** Works on this port. */
    public ListConversations(Conversations conversations) {
        this.conversations = Objects.requireNonNull(conversations, "conversations");
    }

    /** One page of them, the latest updated first. */
    public CursorPage<Conversation> page(UserId caller, PageRequest request) {
        return conversations.page(caller, request);
    }
}
