package io.quantumleap.adapters.persistence.audit;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.Ids;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.security.audit.AuditAction;
import io.quantumleap.security.audit.AuditDigest;
import io.quantumleap.security.audit.AuditEntry;
import io.quantumleap.security.audit.AuditFilter;
import io.quantumleap.security.audit.AuditScene;
import io.quantumleap.security.audit.AuditSeal;
import io.quantumleap.security.audit.port.AuditTrail;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The audit log in PostgreSQL, where triggers refuse every change. Safe for use by many threads. */
public final class JdbcAuditTrail implements AuditTrail {

    /** A number of ours among PostgreSQL's advisory locks. */
    private static final long SEALING = 0x51_4c_41_55L;

    private static final int FETCH = 1_000;
    private static final String COLUMNS =
            "e.id, e.recorded_at, e.action, e.actor, e.address, e.route, e.request_id, e.subject, e.count, e.note";

    private final JpaUnitOfWork work;

    /** Stands on the program's unit of work. */
    public JdbcAuditTrail(JpaUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void append(AuditEntry entry) {
        work.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "WITH entry AS (INSERT INTO audit_entry (id, recorded_at, action, actor, address, route, request_id,"
                            + " subject, count, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)"
                            + " INSERT INTO audit_waiting SELECT id FROM entry")) {
                statement.setObject(1, entry.id());
                statement.setObject(2, OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC));
                statement.setString(3, entry.action().code());
                statement.setString(4, entry.scene().actor());
                statement.setString(5, entry.scene().address());
                statement.setString(6, entry.scene().route());
                statement.setString(7, entry.scene().requestId());
                statement.setString(8, entry.subject());
                statement.setLong(9, entry.count());
                statement.setString(10, entry.note());
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public boolean maySeal() {
        return work.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
                statement.setLong(1, SEALING);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() && row.getBoolean(1);
                }
            }
        });
    }

    @Override
    public AuditSeal head() {
        return work.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                            "SELECT position, entry_id, content, chain FROM audit_seal ORDER BY position DESC LIMIT 1");
                    ResultSet row = statement.executeQuery()) {
                return row.next() ? seal(row, 1) : AuditSeal.NONE;
            }
        });
    }

    @Override
    public List<AuditEntry> unsealed(int most) {
        return work.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT " + COLUMNS
                    + " FROM audit_waiting w JOIN audit_entry e ON e.id = w.entry_id ORDER BY w.entry_id LIMIT ?")) {
                statement.setInt(1, most);
                return entries(statement);
            }
        });
    }

    @Override
    public void add(List<AuditSeal> seals) {
        work.withConnection(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO audit_seal (position, entry_id, content, chain) VALUES (?, ?, ?, ?)");
                    PreparedStatement delete =
                            connection.prepareStatement("DELETE FROM audit_waiting WHERE entry_id = ?")) {
                for (AuditSeal seal : seals) {
                    insert.setLong(1, seal.position());
                    insert.setObject(2, seal.entry());
                    insert.setString(3, seal.content().hex());
                    insert.setString(4, seal.chain().hex());
                    insert.addBatch();
                    delete.setObject(1, seal.entry());
                    delete.addBatch();
                }
                insert.executeBatch();
                return delete.executeBatch();
            }
        });
    }

    @Override
    public void walk(BiConsumer<AuditSeal, Optional<AuditEntry>> visitor) {
        work.withConnection(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT s.position, s.entry_id, s.content, s.chain, " + COLUMNS
                            + " FROM audit_seal s LEFT JOIN audit_entry e ON e.id = s.entry_id ORDER BY s.position")) {
                statement.setFetchSize(FETCH);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        Optional<AuditEntry> entry =
                                rows.getObject(5) == null ? Optional.empty() : Optional.of(entry(rows, 5));
                        visitor.accept(seal(rows, 1), entry);
                    }
                    return true;
                }
            }
        });
    }

    @Override
    public List<UUID> stray(int most) {
        return work.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT id FROM (SELECT e.id FROM audit_entry e"
                            + " WHERE NOT EXISTS (SELECT FROM audit_seal s WHERE s.entry_id = e.id)"
                            + " AND NOT EXISTS (SELECT FROM audit_waiting w WHERE w.entry_id = e.id)"
                            + " UNION ALL SELECT w.entry_id FROM audit_waiting w"
                            + " WHERE NOT EXISTS (SELECT FROM audit_entry e WHERE e.id = w.entry_id)) strays LIMIT ?")) {
                statement.setInt(1, most);
                List<UUID> strays = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        strays.add(rows.getObject(1, UUID.class));
                    }
                }
                return strays;
            }
        });
    }

    @Override
    public CursorPage<AuditEntry> page(AuditFilter filter, PageRequest request) {
        List<AuditEntry> found = work.withConnection(connection -> {
            try (PreparedStatement statement = pageQuery(connection, filter, request)) {
                return entries(statement);
            }
        });
        if (found.size() <= request.limit()) {
            return new CursorPage<>(found, null);
        }
        List<AuditEntry> page = found.subList(0, request.limit());
        AuditEntry last = page.get(page.size() - 1);
        return new CursorPage<>(page, last.at() + "~" + last.id());
    }

    private static PreparedStatement pageQuery(Connection connection, AuditFilter filter, PageRequest request)
            throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT " + COLUMNS + " FROM audit_entry e WHERE true");
        List<Object> values = new ArrayList<>();
        AuditAction action = filter.action();
        if (action != null) {
            sql.append(" AND e.action = ?");
            values.add(action.code());
        }
        String actor = filter.actor();
        if (actor != null) {
            sql.append(" AND e.actor = ?");
            values.add(actor);
        }
        Instant since = filter.since();
        if (since != null) {
            sql.append(" AND e.recorded_at >= ?");
            values.add(OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
        }
        Instant until = filter.until();
        if (until != null) {
            sql.append(" AND e.recorded_at < ?");
            values.add(OffsetDateTime.ofInstant(until, ZoneOffset.UTC));
        }
        if (request.after().isPresent()) {
            sql.append(" AND (e.recorded_at, e.id) < (?, ?)");
            values.addAll(position(request.after().get()));
        }
        PreparedStatement statement =
                connection.prepareStatement(sql + " ORDER BY e.recorded_at DESC, e.id DESC LIMIT ?");
        values.add(request.limit() + 1);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    private static List<Object> position(String cursor) {
        String[] parts = cursor.split("~", -1);
        try {
            if (parts.length == 2) {
                return List.of(
                        OffsetDateTime.ofInstant(Instant.parse(parts[0]), ZoneOffset.UTC),
                        Ids.parse("cursor", parts[1]));
            }
        } catch (DateTimeException malformed) {
            // falls through to the one refusal below
        }
        throw new InvalidValueException("The cursor is not one that a page handed out.");
    }

    private static List<AuditEntry> entries(PreparedStatement statement) throws SQLException {
        List<AuditEntry> entries = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                entries.add(entry(rows, 1));
            }
        }
        return entries;
    }

    private static AuditSeal seal(ResultSet row, int first) throws SQLException {
        return new AuditSeal(
                row.getLong(first),
                row.getObject(first + 1, UUID.class),
                new AuditDigest(row.getString(first + 2)),
                new AuditDigest(row.getString(first + 3)));
    }

    private static AuditEntry entry(ResultSet row, int first) throws SQLException {
        return new AuditEntry(
                row.getObject(first, UUID.class),
                row.getObject(first + 1, OffsetDateTime.class).toInstant(),
                AuditAction.parse(row.getString(first + 2)),
                new AuditScene(
                        row.getString(first + 3),
                        row.getString(first + 4),
                        row.getString(first + 5),
                        row.getString(first + 6)),
                row.getString(first + 7),
                row.getLong(first + 8),
                row.getString(first + 9));
    }
}
