package io.quantumleap.examples.chat;

import io.quantumleap.chat.conversation.ConversationId;
import io.quantumleap.chat.conversation.port.Conversations;
import io.quantumleap.chat.conversation.port.Proposals;
import io.quantumleap.chat.tool.Proposal;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What the assistant stores, kept until the program ends. Nothing is undone when a unit of work fails half way, which in memory
 * it does not; a program that must not forget wants a database.
 */
final class ForgetfulMemory {

    private final Conversations conversations = new MemoryConversations();
    private final Map<Whose, Proposal> waiting = new ConcurrentHashMap<>();

    private record Whose(UserId owner, ConversationId conversation) {}

    UnitOfWork unitOfWork() {
        return new UnitOfWork() {
            @Override
            public <T> T run(Supplier<T> work) {
                return work.get();
            }
        };
    }

    Conversations conversations() {
        return conversations;
    }

    Proposals proposals() {
        return new Proposals() {
            @Override
            public void put(UserId owner, ConversationId conversation, Proposal proposal) {
                waiting.put(new Whose(owner, conversation), proposal);
            }

            @Override
            public Optional<Proposal> find(UserId owner, ConversationId conversation) {
                return Optional.ofNullable(waiting.get(new Whose(owner, conversation)));
            }

            @Override
            public Optional<Proposal> take(UserId owner, ConversationId conversation) {
                return Optional.ofNullable(waiting.remove(new Whose(owner, conversation)));
            }
        };
    }
}
