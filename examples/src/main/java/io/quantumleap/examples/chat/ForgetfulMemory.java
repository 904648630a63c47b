package io.quantumleap.examples.chat;

import io.quantumleap.chat.conversation.Conversation;
import io.quantumleap.chat.conversation.ConversationId;
import io.quantumleap.chat.conversation.Summary;
import io.quantumleap.chat.conversation.Turn;
import io.quantumleap.chat.conversation.port.Conversations;
import io.quantumleap.chat.conversation.port.Proposals;
import io.quantumleap.chat.tool.Proposal;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Keeps conversations of one person until the program ends; a program of many people wants a database. */
final class ForgetfulMemory {

    private final Map<ConversationId, Conversation> conversations = new ConcurrentHashMap<>();
    private final Map<ConversationId, List<Turn>> turns = new ConcurrentHashMap<>();
    private final Map<ConversationId, Proposal> waiting = new ConcurrentHashMap<>();

    UnitOfWork unitOfWork() {
        return new UnitOfWork() {
            @Override
            public <T> T run(Supplier<T> work) {
                return work.get();
            }
        };
    }

    Proposals proposals() {
        return new Proposals() {
            @Override
            public void put(UserId owner, ConversationId conversation, Proposal proposal) {
                waiting.put(conversation, proposal);
            }

            @Override
            public Optional<Proposal> find(UserId owner, ConversationId conversation) {
                return Optional.ofNullable(waiting.get(conversation));
            }

            @Override
            public Optional<Proposal> take(UserId owner, ConversationId conversation) {
                return Optional.ofNullable(waiting.remove(conversation));
            }
        };
    }

    Conversations conversations() {
        return new Conversations() {
            @Override
            public Optional<Conversation> find(UserId owner, ConversationId id) {
                return Optional.ofNullable(conversations.get(id));
            }

            @Override
            public CursorPage<Conversation> page(UserId owner, PageRequest request) {
                return new CursorPage<>(List.copyOf(conversations.values()), null);
            }

            @Override
            public List<Turn> lastTurns(UserId owner, ConversationId id, int count) {
                List<Turn> all = turns.getOrDefault(id, List.of());
                return List.copyOf(all.subList(Math.max(0, all.size() - count), all.size()));
            }

            @Override
            public void start(Conversation conversation) {
                conversations.put(conversation.id(), conversation);
            }

            @Override
            public boolean append(UserId owner, ConversationId id, Turn.Asked asked, Turn.Answered answered) {
                return turns.computeIfAbsent(id, unseen -> new ArrayList<>()).addAll(List.of(asked, answered));
            }

            @Override
            public Optional<Turn.Answered> answer(UserId owner, ConversationId id, int position) {
                return Optional.empty();
            }

            @Override
            public boolean rename(UserId owner, ConversationId id, String title) {
                return false;
            }

            @Override
            public Summary summary(UserId owner, ConversationId id) {
                return Summary.NOTHING;
            }

            @Override
            public void summarise(UserId owner, ConversationId id, Summary summary) {
                // It forgets all the same.
            }

            @Override
            public boolean delete(UserId owner, ConversationId id) {
                turns.remove(id);
                return conversations.remove(id) != null;
            }
        };
    }
}
