package io.quantumleap.chat.conversation;

import io.quantumleap.chat.conversation.port.Conversations;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.util.UUID;
import java.util.function.Supplier;

class FakeConversationsTest extends ConversationsContract {

    private final FakeConversations conversations = new FakeConversations();

    @Override
    protected Conversations conversations() {
        return conversations;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return new UnitOfWork() {
            @Override
            public <T> T run(Supplier<T> work) {
                return work.get();
            }
        };
    }

    @Override
    protected UserId newUser() {
        return new UserId(UUID.randomUUID());
    }
}
