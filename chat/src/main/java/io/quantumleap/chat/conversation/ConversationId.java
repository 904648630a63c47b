package io.quantumleap.chat.conversation;

import io.quantumleap.core.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Identifies a conversation. */
public record ConversationId(UUID value) {

    /** Refuses a missing value. */
    public ConversationId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical text form of a UUID.
     *
     * @throws io.quantumleap.core.shared.InvalidValueException if the text is not a UUID
     */
    public static ConversationId parse(String text) {
        return new ConversationId(Ids.parse("conversation id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
