package io.quantumleap.chat.conversation;

import io.quantumleap.chat.conversation.port.Conversations;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.util.Objects;

/** Gives a conversation of the caller another title. Safe for use by many threads. */
public final class RenameConversation {

    private final Conversations conversations;
    private final UnitOfWork unitOfWork;

    /** Works on these ports. */
    public RenameConversation(Conversations conversations, UnitOfWork unitOfWork) {
        this.conversations = Objects.requireNonNull(conversations, "conversations");
        this.unitOfWork = Objects.requireNonNull(unitOfWork, "unitOfWork");
    }

    /**
     * Renames it.
     *
     * @return the conversation with its new title
     * @throws io.quantumleap.core.shared.InvalidValueException if the title is blank, too long, or no text
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such conversation
     */
    public Conversation rename(UserId caller, ConversationId id, String title) {
        String valid = Title.given(title);
        return unitOfWork.run(() -> {
            if (!conversations.rename(caller, id, valid)) {
                throw ViewConversation.missing();
            }
            return conversations.find(caller, id).orElseThrow(ViewConversation::missing);
        });
    }
}
