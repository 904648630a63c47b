package io.quantumleap.adapters.rest.chat;

import io.quantumleap.adapters.rest.paging.PageParams;
import io.quantumleap.chat.conversation.Conversation;
import io.quantumleap.core.shared.CursorPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of conversations. */
public record ConversationPageJson(
        List<ConversationJson> items, @Nullable String nextCursor) {

    static ConversationPageJson of(CursorPage<Conversation> page) {
        return new ConversationPageJson(page.map(ConversationJson::of).items(), PageParams.opaque(page.nextCursor()));
    }
}
