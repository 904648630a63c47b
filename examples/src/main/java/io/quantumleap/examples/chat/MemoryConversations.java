package io.quantumleap.examples.chat;

import io.quantumleap.chat.conversation.Conversation;
import io.quantumleap.chat.conversation.ConversationId;
import io.quantumleap.chat.conversation.Summary;
import io.quantumleap.chat.conversation.Turn;
import io.quantumleap.chat.conversation.port.Conversations;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Conversations in memory: all that the port promises, until the program ends. Safe for use by many threads. */
final class MemoryConversations implements Conversations {

    private static final Comparator<Conversation> LATEST_FIRST = Comparator.comparing(Conversation::updatedAt)
            .thenComparing(conversation -> conversation.id().toString())
            .reversed();

    private final Map<ConversationId, Kept> all = new LinkedHashMap<>();

    /** A conversation with what was said in it. Immutable, so that a change is another one in its place. */
    private record Kept(Conversation head, List<Turn> turns, Summary summary) {}

    private Optional<Kept> kept(UserId owner, ConversationId id) {
        return Optional.ofNullable(all.get(id))
                .filter(kept -> kept.head().owner().equals(owner));
    }

    @Override
    public synchronized Optional<Conversation> find(UserId owner, ConversationId id) {
        return kept(owner, id).map(Kept::head);
    }

    @Override
    public synchronized CursorPage<Conversation> page(UserId owner, PageRequest request) {
        int start = request.after().map(MemoryConversations::position).orElse(0);
        List<Conversation> mine = all.values().stream()
                .map(Kept::head)
                .filter(head -> head.owner().equals(owner))
                .sorted(LATEST_FIRST)
                .skip(start)
                .limit(request.limit() + 1L)
                .toList();
        boolean more = mine.size() > request.limit();
        return new CursorPage<>(
                more ? mine.subList(0, request.limit()) : mine, more ? String.valueOf(start + request.limit()) : null);
    }

    private static int position(String cursor) {
        if (!cursor.matches("\\d{1,9}")) {
            throw new InvalidValueException("The cursor is not one that a page gave.");
        }
        return Integer.parseInt(cursor);
    }

    @Override
    public synchronized List<Turn> lastTurns(UserId owner, ConversationId id, int count) {
        List<Turn> turns = kept(owner, id).map(Kept::turns).orElse(List.of());
        return turns.subList(Math.max(0, turns.size() - count), turns.size());
    }

    @Override
    public synchronized void start(Conversation conversation) {
        all.put(conversation.id(), new Kept(conversation, List.of(), Summary.NOTHING));
    }

    @Override
    public synchronized boolean append(UserId owner, ConversationId id, Turn.Asked asked, Turn.Answered answered) {
        Optional<Kept> before = kept(owner, id);
        before.ifPresent(kept -> {
            Conversation head = kept.head();
            List<Turn> turns = Stream.concat(kept.turns().stream(), Stream.of(asked, answered))
                    .toList();
            Conversation now = new Conversation(id, owner, head.title(), head.createdAt(), answered.at(), turns.size());
            all.put(id, new Kept(now, turns, kept.summary()));
        });
        return before.isPresent();
    }

    @Override
    public synchronized Optional<Turn.Answered> answer(UserId owner, ConversationId id, int position) {
        return kept(owner, id)
                .map(Kept::turns)
                .filter(turns -> position >= 1 && position <= turns.size())
                .map(turns -> turns.get(position - 1))
                .filter(Turn.Answered.class::isInstance)
                .map(Turn.Answered.class::cast);
    }

    @Override
    public synchronized boolean rename(UserId owner, ConversationId id, String title) {
        Optional<Kept> before = kept(owner, id);
        before.ifPresent(kept -> {
            Conversation head = kept.head();
            Conversation now = new Conversation(id, owner, title, head.createdAt(), head.updatedAt(), head.turnCount());
            all.put(id, new Kept(now, kept.turns(), kept.summary()));
        });
        return before.isPresent();
    }

    @Override
    public synchronized Summary summary(UserId owner, ConversationId id) {
        return kept(owner, id).map(Kept::summary).orElse(Summary.NOTHING);
    }

    @Override
    public synchronized void summarise(UserId owner, ConversationId id, Summary summary) {
        kept(owner, id)
                .filter(kept -> kept.summary().turns() <= summary.turns())
                .ifPresent(kept -> all.put(id, new Kept(kept.head(), kept.turns(), summary)));
    }

    @Override
    public synchronized boolean delete(UserId owner, ConversationId id) {
        return kept(owner, id).map(kept -> all.remove(id)).isPresent();
    }
}
