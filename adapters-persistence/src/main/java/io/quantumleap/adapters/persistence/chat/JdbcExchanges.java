package io.quantumleap.adapters.persistence.chat;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.chat.conversation.AnswerEvent;
import io.quantumleap.chat.conversation.ConversationId;
import io.quantumleap.chat.conversation.Exchange;
import io.quantumleap.chat.conversation.ExchangeId;
import io.quantumleap.chat.conversation.IdempotencyKey;
import io.quantumleap.chat.conversation.Opening;
import io.quantumleap.chat.conversation.port.Exchanges;
import io.quantumleap.core.shared.UserId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Exchanges in PostgreSQL, for all programs on it. Safe for use by many threads. */
public final class JdbcExchanges implements Exchanges {

    private static final String SELECT = "select id, owner_id, conversation_id, name, digest, state, lease_until,"
            + " answer_position, suggestions from chat_exchange where ";
    private static final String EXPIRE = "update chat_exchange set state = 'failed', name = null, ended_at = ?"
            + " where state = 'running' and lease_until < ? and (conversation_id = ? or (owner_id = ? and name = ?))";
    private static final String INSERT = "insert into chat_exchange"
            + " (id, owner_id, conversation_id, name, digest, state, lease_until)"
            + " values (?, ?, ?, ?, ?, 'running', ?) on conflict do nothing";
    private static final String FINISH =
            "update chat_exchange set state = 'done', answer_position = ?, suggestions = ?,"
                    + " ended_at = ? where id = ? and state = 'running'";
    private static final String FAIL = "update chat_exchange set state = 'failed', name = null, ended_at = ?"
            + " where id = ? and state = 'running'";

    private final JpaUnitOfWork work;

    /** Works inside the units of this work. */
    public JdbcExchanges(JpaUnitOfWork work) {
        this.work = work;
    }

    @Override
    public Opening open(Exchange exchange, Instant now) {
        return work.withConnection(connection -> {
            expire(connection, exchange, now);
            return inserted(connection, exchange) ? new Opening.Opened() : taken(connection, exchange);
        });
    }

    private static void expire(Connection connection, Exchange exchange, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(EXPIRE)) {
            update.setObject(1, JdbcConversations.utc(now));
            update.setObject(2, JdbcConversations.utc(now));
            update.setObject(3, exchange.conversation().value());
            update.setObject(4, exchange.owner().value());
            update.setString(5, name(exchange));
            update.executeUpdate();
        }
    }

    private static boolean inserted(Connection connection, Exchange exchange) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, exchange.id().value());
            insert.setObject(2, exchange.owner().value());
            insert.setObject(3, exchange.conversation().value());
            insert.setString(4, name(exchange));
            insert.setString(5, exchange.digest());
            insert.setObject(6, JdbcConversations.utc(exchange.leaseUntil()));
            return insert.executeUpdate() == 1;
        }
    }

    private static Opening taken(Connection connection, Exchange exchange) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + "owner_id = ? and name = ?")) {
            query.setObject(1, exchange.owner().value());
            query.setString(2, name(exchange));
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? new Opening.Known(exchange(row)) : new Opening.Busy();
            }
        }
    }

    private static @Nullable String name(Exchange exchange) {
        return exchange.key().map(IdempotencyKey::value).orElse(null);
    }

    @Override
    public Optional<Exchange> find(UserId owner, ExchangeId id) {
        return work.withConnection(connection -> {
            try (PreparedStatement query = connection.prepareStatement(SELECT + "owner_id = ? and id = ?")) {
                query.setObject(1, owner.value());
                query.setObject(2, id.value());
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(exchange(row)) : Optional.empty();
                }
            }
        });
    }

    private static Exchange exchange(ResultSet row) throws SQLException {
        String name = row.getString("name");
        return new Exchange(
                new ExchangeId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("owner_id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                name == null ? null : new IdempotencyKey(name),
                row.getString("digest"),
                Exchange.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                JdbcConversations.moment(row, "lease_until"),
                row.getInt("answer_position"),
                List.of((String[]) row.getArray("suggestions").getArray()));
    }

    @Override
    public void keep(Collection<Numbered> events) {
        work.withConnection(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into chat_event (exchange_id, number, kind, first_text, second_text) values (?, ?, ?, ?, ?)"
                            + " on conflict do nothing")) {
                for (Numbered event : events) {
                    insert.setObject(1, event.exchange().value());
                    insert.setInt(2, event.number());
                    bind(insert, event.event());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    private static void bind(PreparedStatement insert, AnswerEvent event) throws SQLException {
        if (event instanceof AnswerEvent.Started started) {
            bind(insert, "started", started.conversation().toString(), started.model());
        } else if (event instanceof AnswerEvent.ToolCalled called) {
            bind(insert, "tool", called.tool(), called.progress());
        } else if (event instanceof AnswerEvent.Text text) {
            insert.setString(3, "text");
            insert.setString(4, text.piece());
            insert.setString(5, null);
        }
    }

    private static void bind(PreparedStatement insert, String kind, String first, String second) throws SQLException {
        insert.setString(3, kind);
        insert.setString(4, first);
        insert.setString(5, second);
    }

    @Override
    public List<Numbered> events(ExchangeId id, int after) {
        return work.withConnection(connection -> {
            List<Numbered> events = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(
                    "select number, kind, first_text, second_text from chat_event where exchange_id = ? and number > ?"
                            + " order by number")) {
                query.setObject(1, id.value());
                query.setInt(2, after);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        events.add(new Numbered(id, rows.getInt("number"), event(rows)));
                    }
                }
            }
            return events;
        });
    }

    private static AnswerEvent event(ResultSet row) throws SQLException {
        String first = row.getString("first_text");
        return switch (row.getString("kind")) {
            case "started" -> new AnswerEvent.Started(ConversationId.parse(first), row.getString("second_text"));
            case "tool" -> new AnswerEvent.ToolCalled(first, row.getString("second_text"));
            default -> new AnswerEvent.Text(first);
        };
    }

    @Override
    public boolean finish(ExchangeId id, int answerPosition, List<String> suggestions, Instant now) {
        return work.withConnection(connection -> {
            try (PreparedStatement update = connection.prepareStatement(FINISH)) {
                update.setInt(1, answerPosition);
                update.setArray(2, connection.createArrayOf("text", suggestions.toArray()));
                update.setObject(3, JdbcConversations.utc(now));
                update.setObject(4, id.value());
                return update.executeUpdate() == 1;
            }
        });
    }

    @Override
    public void fail(ExchangeId id, Instant now) {
        work.withConnection(connection -> {
            try (PreparedStatement update = connection.prepareStatement(FAIL)) {
                update.setObject(1, JdbcConversations.utc(now));
                update.setObject(2, id.value());
                return update.executeUpdate();
            }
        });
    }

    @Override
    public void requestStop(ExchangeId id) {
        work.withConnection(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update chat_exchange set stop_requested = true where id = ? and state = 'running'")) {
                update.setObject(1, id.value());
                return update.executeUpdate();
            }
        });
    }

    @Override
    public Set<ExchangeId> stopRequested(Collection<ExchangeId> running) {
        return work.withConnection(connection -> {
            Set<ExchangeId> stopped = new HashSet<>();
            try (PreparedStatement query = connection.prepareStatement(
                    "select id from chat_exchange where stop_requested and state = 'running' and id = any(?)")) {
                query.setArray(
                        1,
                        connection.createArrayOf(
                                "uuid", running.stream().map(ExchangeId::value).toArray()));
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        stopped.add(new ExchangeId(rows.getObject(1, UUID.class)));
                    }
                }
            }
            return stopped;
        });
    }

    @Override
    public void forget(Instant eventsBefore, Instant exchangesBefore) {
        work.withConnection(connection -> {
            try (PreparedStatement events = connection.prepareStatement(
                            "delete from chat_event e using chat_exchange x where x.id = e.exchange_id and x.ended_at < ?");
                    PreparedStatement exchanges = connection.prepareStatement(
                            "delete from chat_exchange where ended_at < ? or (state = 'running' and lease_until < ?)")) {
                events.setObject(1, JdbcConversations.utc(eventsBefore));
                exchanges.setObject(1, JdbcConversations.utc(exchangesBefore));
                exchanges.setObject(2, JdbcConversations.utc(exchangesBefore));
                return events.executeUpdate() + exchanges.executeUpdate();
            }
        });
    }
}
