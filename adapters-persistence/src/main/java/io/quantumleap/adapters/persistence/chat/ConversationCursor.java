package io.quantumleap.adapters.persistence.chat;

import io.quantumleap.chat.conversation.Conversation;
import io.quantumleap.core.shared.Ids;
import io.quantumleap.core.shared.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** The last conversation of a page: the next page has what comes after it in the order latest updated first. */
record ConversationCursor(Instant updatedAt, UUID id) {

    static ConversationCursor after(Conversation conversation) {
        return new ConversationCursor(
                conversation.updatedAt(), conversation.id().value());
    }

    static ConversationCursor parse(String text) {
        String[] parts = text.split("~", -1);
        try {
            if (parts.length == 2) {
                return new ConversationCursor(Instant.parse(parts[0]), Ids.parse("cursor", parts[1]));
            }
        } catch (DateTimeException malformed) {
            // falls through to the one refusal below
        }
        throw new InvalidValueException("The cursor is not one that a page handed out.");
    }

    String text() {
        return updatedAt + "~" + id;
    }
}
