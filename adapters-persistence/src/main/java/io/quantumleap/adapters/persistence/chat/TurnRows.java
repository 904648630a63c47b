package io.quantumleap.adapters.persistence.chat;

import io.quantumleap.chat.conversation.ConversationId;
import io.quantumleap.chat.conversation.Turn;
import io.quantumleap.chat.evidence.CitedFigure;
import io.quantumleap.chat.evidence.Source;
import io.quantumleap.chat.model.TokenUsage;
import io.quantumleap.core.shared.UserId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of turns and their sources. */
final class TurnRows {

    private static final String LAST =
            "select t.position, t.role, t.text, t.at, t.model, t.input_tokens, t.output_tokens"
                    + " from conversation_turn t join conversation c on c.id = t.conversation_id"
                    + " where c.owner_id = ? and c.id = ? and t.position > c.turn_count - ? order by t.position";
    private static final String ONE =
            "select t.position, t.role, t.text, t.at, t.model, t.input_tokens, t.output_tokens"
                    + " from conversation_turn t join conversation c on c.id = t.conversation_id"
                    + " where c.owner_id = ? and c.id = ? and t.position = ?";
    private static final String SOURCES =
            "select position, tool, title, href, figure_names, figure_values from conversation_source"
                    + " where conversation_id = ? and position >= ? order by position, number";

    private TurnRows() {}

    static List<Turn> last(Connection connection, UserId owner, ConversationId id, int count) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LAST)) {
            query.setObject(1, owner.value());
            query.setObject(2, id.value());
            query.setInt(3, count);
            try (ResultSet rows = query.executeQuery()) {
                return turns(connection, id, rows);
            }
        }
    }

    static Optional<Turn.Answered> answer(Connection connection, UserId owner, ConversationId id, int position)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ONE)) {
            query.setObject(1, owner.value());
            query.setObject(2, id.value());
            query.setInt(3, position);
            try (ResultSet rows = query.executeQuery()) {
                return turns(connection, id, rows).stream()
                        .filter(Turn.Answered.class::isInstance)
                        .map(Turn.Answered.class::cast)
                        .findFirst();
            }
        }
    }

    private static List<Turn> turns(Connection connection, ConversationId id, ResultSet rows) throws SQLException {
        List<Turn> turns = new ArrayList<>();
        Map<Integer, List<Source>> sources = Map.of();
        while (rows.next()) {
            int position = rows.getInt("position");
            if (turns.isEmpty()) {
                sources = sources(connection, id, position);
            }
            turns.add(turn(rows, sources.getOrDefault(position, List.of())));
        }
        return turns;
    }

    private static Turn turn(ResultSet row, List<Source> sources) throws SQLException {
        String text = row.getString("text");
        Instant at = JdbcConversations.moment(row, "at");
        return row.getString("role").equals("user")
                ? new Turn.Asked(text, at)
                : new Turn.Answered(text, at, sources, row.getString("model"), usage(row));
    }

    private static @Nullable TokenUsage usage(ResultSet row) throws SQLException {
        long input = row.getLong("input_tokens");
        return row.wasNull() ? null : new TokenUsage(input, row.getLong("output_tokens"));
    }

    private static Map<Integer, List<Source>> sources(Connection connection, ConversationId id, int from)
            throws SQLException {
        Map<Integer, List<Source>> sources = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(SOURCES)) {
            query.setObject(1, id.value());
            query.setInt(2, from);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    sources.computeIfAbsent(rows.getInt("position"), position -> new ArrayList<>())
                            .add(source(rows));
                }
            }
        }
        return sources;
    }

    private static Source source(ResultSet row) throws SQLException {
        String[] names = texts(row, "figure_names");
        String[] values = texts(row, "figure_values");
        List<CitedFigure> figures = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            figures.add(new CitedFigure(names[i], values[i]));
        }
        return new Source(row.getString("tool"), row.getString("title"), row.getString("href"), figures);
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    static void insert(Connection connection, ConversationId id, int position, Turn.Asked asked, Turn.Answered answered)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into conversation_turn (conversation_id, position, role, text, at, model,"
                        + " input_tokens, output_tokens) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            bind(insert, id, position, asked, "user", null, Optional.empty());
            insert.addBatch();
            bind(insert, id, position + 1, answered, "assistant", answered.model(), answered.usage());
            insert.addBatch();
            insert.executeBatch();
        }
        insertSources(connection, id, position + 1, answered.sources());
    }

    private static void bind(
            PreparedStatement insert,
            ConversationId id,
            int position,
            Turn turn,
            String role,
            @Nullable String model,
            Optional<TokenUsage> usage)
            throws SQLException {
        insert.setObject(1, id.value());
        insert.setInt(2, position);
        insert.setString(3, role);
        insert.setString(4, turn.text());
        insert.setObject(5, JdbcConversations.utc(turn.at()));
        insert.setString(6, model);
        insert.setObject(7, usage.map(TokenUsage::input).orElse(null), Types.BIGINT);
        insert.setObject(8, usage.map(TokenUsage::output).orElse(null), Types.BIGINT);
    }

    private static void insertSources(Connection connection, ConversationId id, int position, List<Source> sources)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into conversation_source (conversation_id, position, number, tool, title, href, figure_names,"
                        + " figure_values) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < sources.size(); i++) {
                Source source = sources.get(i);
                insert.setObject(1, id.value());
                insert.setInt(2, position);
                insert.setInt(3, i + 1);
                insert.setString(4, source.tool());
                insert.setString(5, source.title());
                insert.setString(6, source.href());
                insert.setArray(
                        7,
                        array(
                                connection,
                                source.figures().stream().map(CitedFigure::name).toList()));
                insert.setArray(
                        8,
                        array(
                                connection,
                                source.figures().stream()
                                        .map(CitedFigure::value)
                                        .toList()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Array array(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
