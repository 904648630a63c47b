package io.quantumleap.chat.conversation;

import io.quantumleap.core.shared.UserId;
import java.time.Instant;
import java.util.Objects;

/**
 * A conversation of one user with the assistant.
 *
 * @param id its identity
 * @param owner the only user who can see it
 * @param title how lists name it
 * @param createdAt when its first answer was stored
 * @param updatedAt when its latest answer was stored
 * @param turnCount how many turns it has, questions and answers
 */
public record Conversation(
        ConversationId id, UserId owner, String title, Instant createdAt, Instant updatedAt, int turnCount) {

    /** Refuses missing parts. */
    public Conversation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
    }
}
