package io.quantumleap.adapters.persistence.chat;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.chat.conversation.ConversationId;
import io.quantumleap.chat.conversation.port.Proposals;
import io.quantumleap.chat.tool.Proposal;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.core.shared.UserId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Proposals in PostgreSQL. Safe for use by many threads. */
public final class JdbcProposals implements Proposals {

    private static final String COLUMNS = "tool, argument_names, argument_values, summary";

    private final JpaUnitOfWork work;

    /** Works inside the units of this work. */
    public JdbcProposals(JpaUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void put(UserId owner, ConversationId conversation, Proposal proposal) {
        work.withConnection(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into conversation_proposal (conversation_id, owner_id, tool, argument_names, argument_values, summary)
                    values (?, ?, ?, ?, ?, ?)
                    on conflict (conversation_id) do update set owner_id = excluded.owner_id, tool = excluded.tool,
                        argument_names = excluded.argument_names, argument_values = excluded.argument_values,
                        summary = excluded.summary""")) {
                Map<String, String> arguments =
                        new TreeMap<>(proposal.arguments().values());
                insert.setObject(1, conversation.value());
                insert.setObject(2, owner.value());
                insert.setString(3, proposal.tool());
                insert.setArray(
                        4, connection.createArrayOf("text", arguments.keySet().toArray()));
                insert.setArray(
                        5, connection.createArrayOf("text", arguments.values().toArray()));
                insert.setString(6, proposal.summary());
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public Optional<Proposal> find(UserId owner, ConversationId conversation) {
        return work.withConnection(connection -> one(
                connection,
                "select " + COLUMNS + " from conversation_proposal where owner_id = ? and conversation_id = ?",
                owner,
                conversation));
    }

    @Override
    public Optional<Proposal> take(UserId owner, ConversationId conversation) {
        // Of several deletes of one row only the first returns it; the others wait for the end of its unit.
        return work.withConnection(connection -> one(
                connection,
                "delete from conversation_proposal where owner_id = ? and conversation_id = ? returning " + COLUMNS,
                owner,
                conversation));
    }

    private static Optional<Proposal> one(Connection connection, String sql, UserId owner, ConversationId conversation)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, owner.value());
            query.setObject(2, conversation.value());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(proposal(rows)) : Optional.empty();
            }
        }
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        String[] names = texts(row.getArray("argument_names"));
        String[] values = texts(row.getArray("argument_values"));
        Map<String, String> arguments = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
            arguments.put(names[i], values[i]);
        }
        return new Proposal(row.getString("tool"), ToolArguments.of(arguments), row.getString("summary"));
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
