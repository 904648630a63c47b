package io.quantumleap.chat.conversation;

import io.quantumleap.chat.conversation.port.Conversations;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conversations kept in memory. */
public final class FakeConversations implements Conversations {

    private final Map<ConversationId, Conversation> heads = new LinkedHashMap<>();
    private final Map<ConversationId, List<Turn>> turns = new LinkedHashMap<>();
    private final Map<ConversationId, Summary> summaries = new LinkedHashMap<>();

    @Override
    public synchronized Optional<Conversation> find(UserId owner, ConversationId id) {
        return Optional.ofNullable(heads.get(id)).filter(head -> head.owner().equals(owner));
    }

    @Override
    public synchronized CursorPage<Conversation> page(UserId owner, PageRequest request) {
        int start = request.after().map(FakeConversations::offset).orElse(0);
        List<Conversation> all = heads.values().stream()
                .filter(head -> head.owner().equals(owner))
                .sorted(Comparator.comparing(Conversation::updatedAt)
                        .thenComparing(head -> head.id().toString())
                        .reversed())
                .toList();
        int end = Math.min(all.size(), start + request.limit());
        return new CursorPage<>(all.subList(Math.min(start, end), end), end < all.size() ? String.valueOf(end) : null);
    }

    private static int offset(String cursor) {
        if (!cursor.matches("\\d{1,9}")) {
            throw new InvalidValueException("The cursor is not one that a page gave.");
        }
        return Integer.parseInt(cursor);
    }

    @Override
    public synchronized List<Turn> lastTurns(UserId owner, ConversationId id, int count) {
        if (find(owner, id).isEmpty()) {
            return List.of();
        }
        List<Turn> all = turns.get(id);
        return List.copyOf(all.subList(Math.max(0, all.size() - count), all.size()));
    }

    @Override
    public synchronized void start(Conversation conversation) {
        heads.put(conversation.id(), conversation);
        turns.put(conversation.id(), new ArrayList<>());
    }

    @Override
    public synchronized boolean append(UserId owner, ConversationId id, Turn.Asked asked, Turn.Answered answered) {
        Optional<Conversation> head = find(owner, id);
        head.ifPresent(found -> {
            turns.get(id).add(asked);
            turns.get(id).add(answered);
            heads.put(
                    id,
                    new Conversation(
                            id,
                            owner,
                            found.title(),
                            found.createdAt(),
                            answered.at(),
                            turns.get(id).size()));
        });
        return head.isPresent();
    }

    @Override
    public synchronized boolean delete(UserId owner, ConversationId id) {
        boolean found = find(owner, id).isPresent();
        if (found) {
            heads.remove(id);
            turns.remove(id);
        }
        return found;
    }

    @Override
    public synchronized Optional<Turn.Answered> answer(UserId owner, ConversationId id, int position) {
        return find(owner, id)
                .map(head -> turns.get(id))
                .filter(all -> position >= 1 && position <= all.size())
                .map(all -> all.get(position - 1))
                .filter(Turn.Answered.class::isInstance)
                .map(Turn.Answered.class::cast);
    }

    @Override
    public synchronized boolean rename(UserId owner, ConversationId id, String title) {
        Optional<Conversation> head = find(owner, id);
        head.ifPresent(found -> heads.put(
                id, new Conversation(id, owner, title, found.createdAt(), found.updatedAt(), found.turnCount())));
        return head.isPresent();
    }

    @Override
    public synchronized Summary summary(UserId owner, ConversationId id) {
        return find(owner, id).isPresent() ? summaries.getOrDefault(id, Summary.NOTHING) : Summary.NOTHING;
    }

    @Override
    public synchronized void summarise(UserId owner, ConversationId id, Summary summary) {
        if (find(owner, id).isPresent() && summary(owner, id).turns() <= summary.turns()) {
            summaries.put(id, summary);
        }
    }

    /** How many conversations there are. */
    public synchronized int size() {
        return heads.size();
    }
}
