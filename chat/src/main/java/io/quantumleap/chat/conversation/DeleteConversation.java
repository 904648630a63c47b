package io.quantumleap.chat.conversation;

import io.quantumleap.chat.conversation.port.Conversations;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.util.Objects;

/** Deletes a conversation of the caller for good. Safe for use by many threads. */
public final class DeleteConversation {

    private final Conversations conversations;
    private final UnitOfWork unitOfWork;

    /** Works on these ports. */
    public DeleteConversation(Conversations conversations, UnitOfWork unitOfWork) {
        this.conversations = Objects.requireNonNull(conversations, "conversations");
        this.unitOfWork = Objects.requireNonNull(unitOfWork, "unitOfWork");
    }

    /**
     * Deletes it with all its turns.
     *
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such conversation
     */
    public void delete(UserId caller, ConversationId id) {
        boolean deleted = unitOfWork.run(() -> conversations.delete(caller, id));
        if (!deleted) {
            throw ViewConversation.missing();
        }
    }
}
