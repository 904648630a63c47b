package io.quantumleap.adapters.rest.chat;

import io.quantumleap.chat.conversation.Conversation;

/** A conversation in a list. */
public record ConversationJson(String id, String title, String createdAt, String updatedAt, int turnCount) {

    static ConversationJson of(Conversation conversation) {
        return new ConversationJson(
                conversation.id().toString(),
                conversation.title(),
                conversation.createdAt().toString(),
                conversation.updatedAt().toString(),
                conversation.turnCount());
    }
}
