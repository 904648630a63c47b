package io.quantumleap.adapters.rest.chat;

import io.quantumleap.chat.conversation.Conversation;
import io.quantumleap.chat.conversation.ViewConversation.Transcript;
import java.util.List;

/** A conversation with all its turns. */
public record TranscriptJson(String id, String title, String createdAt, String updatedAt, List<TurnJson> turns) {

    static TranscriptJson of(Transcript transcript) {
        Conversation conversation = transcript.conversation();
        return new TranscriptJson(
                conversation.id().toString(),
                conversation.title(),
                conversation.createdAt().toString(),
                conversation.updatedAt().toString(),
                transcript.turns().stream().map(TurnJson::of).toList());
    }
}
