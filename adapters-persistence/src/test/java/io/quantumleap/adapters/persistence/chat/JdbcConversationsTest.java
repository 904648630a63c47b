package io.quantumleap.adapters.persistence.chat;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.chat.conversation.ConversationsContract;
import io.quantumleap.chat.conversation.port.Conversations;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcConversationsTest extends ConversationsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected Conversations conversations() {
        return new JdbcConversations(DATABASE.unitOfWork());
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return DATABASE.unitOfWork();
    }

    @Override
    protected UserId newUser() {
        return new UserId(UUID.randomUUID());
    }
}
