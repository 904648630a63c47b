package io.quantumleap.adapters.persistence.chat;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.chat.conversation.Conversation;
import io.quantumleap.chat.conversation.ConversationId;
import io.quantumleap.chat.conversation.Summary;
import io.quantumleap.chat.conversation.Turn;
import io.quantumleap.chat.conversation.port.Conversations;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Conversations in PostgreSQL. Safe for use by many threads. */
public final class JdbcConversations implements Conversations {

    private static final String HEAD =
            "select id, title, created_at, updated_at, turn_count from conversation where owner_id = ?";

    private final JpaUnitOfWork work;

    /** Works inside the units of this work. */
    public JdbcConversations(JpaUnitOfWork work) {
        this.work = work;
    }

    @Override
    public Optional<Conversation> find(UserId owner, ConversationId id) {
        return work.withConnection(connection -> {
            try (PreparedStatement query = connection.prepareStatement(HEAD + " and id = ?")) {
                query.setObject(1, owner.value());
                query.setObject(2, id.value());
                return heads(query, owner).stream().findFirst();
            }
        });
    }

    @Override
    public CursorPage<Conversation> page(UserId owner, PageRequest request) {
        Optional<ConversationCursor> after = request.after().map(ConversationCursor::parse);
        List<Conversation> found =
                work.withConnection(connection -> heads(connection, owner, after, request.limit() + 1));
        if (found.size() <= request.limit()) {
            return new CursorPage<>(found, null);
        }
        List<Conversation> page = found.subList(0, request.limit());
        return new CursorPage<>(
                page, ConversationCursor.after(page.get(page.size() - 1)).text());
    }

    private static List<Conversation> heads(
            Connection connection, UserId owner, Optional<ConversationCursor> after, int limit) throws SQLException {
        String sql = HEAD + (after.isPresent() ? " and (updated_at, id) < (?, ?)" : "")
                + " order by updated_at desc, id desc limit ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            int place = 1;
            query.setObject(place++, owner.value());
            if (after.isPresent()) {
                query.setObject(place++, utc(after.get().updatedAt()));
                query.setObject(place++, after.get().id());
            }
            query.setInt(place, limit);
            return heads(query, owner);
        }
    }

    private static List<Conversation> heads(PreparedStatement query, UserId owner) throws SQLException {
        List<Conversation> found = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(new Conversation(
                        new ConversationId(rows.getObject("id", UUID.class)),
                        owner,
                        rows.getString("title"),
                        moment(rows, "created_at"),
                        moment(rows, "updated_at"),
                        rows.getInt("turn_count")));
            }
        }
        return found;
    }

    @Override
    public List<Turn> lastTurns(UserId owner, ConversationId id, int count) {
        return work.withConnection(connection -> TurnRows.last(connection, owner, id, count));
    }

    @Override
    public void start(Conversation conversation) {
        work.withConnection(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into conversation (id, owner_id, title, created_at, updated_at, turn_count) values (?, ?, ?, ?, ?, 0)")) {
                insert.setObject(1, conversation.id().value());
                insert.setObject(2, conversation.owner().value());
                insert.setString(3, conversation.title());
                insert.setObject(4, utc(conversation.createdAt()));
                insert.setObject(5, utc(conversation.updatedAt()));
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public boolean append(UserId owner, ConversationId id, Turn.Asked asked, Turn.Answered answered) {
        return work.withConnection(connection -> {
            // The updated row stays locked until the unit ends, so no other pair comes between these two.
            int count = grown(connection, owner, id, answered.at());
            if (count == 0) {
                return false;
            }
            TurnRows.insert(connection, id, count - 1, asked, answered);
            return true;
        });
    }

    private static int grown(Connection connection, UserId owner, ConversationId id, Instant at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update conversation set turn_count = turn_count + 2, updated_at = greatest(updated_at, ?) where owner_id = ? and id = ?"
                        + " returning turn_count")) {
            update.setObject(1, utc(at));
            update.setObject(2, owner.value());
            update.setObject(3, id.value());
            try (ResultSet rows = update.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }

    @Override
    public Optional<Turn.Answered> answer(UserId owner, ConversationId id, int position) {
        return work.withConnection(connection -> TurnRows.answer(connection, owner, id, position));
    }

    @Override
    public boolean rename(UserId owner, ConversationId id, String title) {
        return work.withConnection(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update conversation set title = ? where owner_id = ? and id = ?")) {
                update.setString(1, title);
                update.setObject(2, owner.value());
                update.setObject(3, id.value());
                return update.executeUpdate() > 0;
            }
        });
    }

    @Override
    public Summary summary(UserId owner, ConversationId id) {
        return work.withConnection(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select summary, summarised_turns from conversation where owner_id = ? and id = ?")) {
                query.setObject(1, owner.value());
                query.setObject(2, id.value());
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? new Summary(row.getString(1), row.getInt(2)) : Summary.NOTHING;
                }
            }
        });
    }

    @Override
    public void summarise(UserId owner, ConversationId id, Summary summary) {
        work.withConnection(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update conversation set summary = ?, summarised_turns = ?"
                            + " where owner_id = ? and id = ? and summarised_turns <= ?")) {
                update.setString(1, summary.text());
                update.setInt(2, summary.turns());
                update.setObject(3, owner.value());
                update.setObject(4, id.value());
                update.setInt(5, summary.turns());
                return update.executeUpdate();
            }
        });
    }

    @Override
    public boolean delete(UserId owner, ConversationId id) {
        return work.withConnection(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from conversation where owner_id = ? and id = ?")) {
                delete.setObject(1, owner.value());
                delete.setObject(2, id.value());
                return delete.executeUpdate() > 0;
            }
        });
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
