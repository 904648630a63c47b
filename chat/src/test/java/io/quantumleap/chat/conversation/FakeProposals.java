package io.quantumleap.chat.conversation;

import io.quantumleap.chat.conversation.port.Proposals;
import io.quantumleap.chat.tool.Proposal;
import io.quantumleap.core.shared.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Proposals in memory. */
public final class FakeProposals implements Proposals {

    private record Key(UserId owner, ConversationId conversation) {}

    private final Map<Key, Proposal> waiting = new ConcurrentHashMap<>();

    @Override
    public void put(UserId owner, ConversationId conversation, Proposal proposal) {
        waiting.put(new Key(owner, conversation), proposal);
    }

    @Override
    public Optional<Proposal> find(UserId owner, ConversationId conversation) {
        return Optional.ofNullable(waiting.get(new Key(owner, conversation)));
    }

    @Override
    public Optional<Proposal> take(UserId owner, ConversationId conversation) {
        return Optional.ofNullable(waiting.remove(new Key(owner, conversation)));
    }
}
