package io.quantumleap.examples.chat;

import io.quantumleap.chat.conversation.ConversationsContract;
import io.quantumleap.chat.conversation.port.Conversations;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.util.UUID;

/** The example keeps what the port promises, by the contract that every implementation can run. */
class MemoryConversationsTest extends ConversationsContract {

    private final ForgetfulMemory memory = new ForgetfulMemory();

    @Override
    protected Conversations conversations() {
        return memory.conversations();
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return memory.unitOfWork();
    }

    @Override
    protected UserId newUser() {
        return new UserId(UUID.randomUUID());
    }
}
