package io.quantumleap.adapters.persistence.event;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.core.event.DeadLetter;
import io.quantumleap.core.event.Delivery;
import io.quantumleap.core.event.LetterId;
import io.quantumleap.core.event.OutboxState;
import io.quantumleap.core.event.port.EventQueue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries in PostgreSQL. A claim locks its row and skips rows that others have locked, so that programs share the work without
 * waiting for each other, and a program that dies lets go of its claim with its connection. Safe for use by many threads.
 */
public final class JdbcEventQueue implements EventQueue {

    private static final String REGISTER =
            "insert into outbox_consumer (name, started_at) values (?, ?) on conflict (name) do nothing";

    private static final String CLAIM = "select d.consumer, d.position, d.attempts, e.type, e.version,"
            + " array(select f.key from jsonb_each_text(e.payload) f order by f.key),"
            + " array(select f.value from jsonb_each_text(e.payload) f order by f.key)"
            + " from outbox_delivery d join outbox_event e on e.position = d.position"
            + " where d.consumer = any(?) and d.dead_at is null and d.due_at <= ?"
            + " and not exists (select 1 from outbox_delivery b where b.consumer = d.consumer"
            + " and b.aggregate = d.aggregate and b.position < d.position)"
            + " order by d.position limit 1 for update of d skip locked";

    private static final String ONE = " where consumer = ? and position = ?";
    private static final String DONE = "delete from outbox_delivery" + ONE;
    private static final String FAILED =
            "update outbox_delivery set attempts = attempts + 1, due_at = ?, last_error = ?" + ONE
                    + " and dead_at is null";
    private static final String BURIED =
            "update outbox_delivery set attempts = attempts + 1, dead_at = ?, last_error = ?" + ONE
                    + " and dead_at is null";
    private static final String REVIVE =
            "update outbox_delivery set attempts = 0, dead_at = null, due_at = ?" + ONE + " and dead_at is not null";

    private static final String STATE = "select c.name, count(d.position) filter (where d.dead_at is null),"
            + " count(d.dead_at), min(e.occurred_at) filter (where d.dead_at is null)"
            + " from outbox_consumer c left join outbox_delivery d on d.consumer = c.name"
            + " left join outbox_event e on e.position = d.position group by c.name order by c.name";

    private static final String DEAD = "select d.consumer, d.position, d.aggregate, e.type, d.attempts, e.occurred_at,"
            + " d.dead_at, coalesce(d.last_error, '') from outbox_delivery d join outbox_event e on e.position = d.position"
            + " where d.dead_at is not null order by d.dead_at desc, d.position desc limit ?";

    private static final String FORGET = "delete from outbox_event where position in (select e.position"
            + " from outbox_event e where e.occurred_at < ? and not exists"
            + " (select 1 from outbox_delivery d where d.position = e.position) order by e.occurred_at limit ?)";

    private final JpaUnitOfWork work;

    /** Works inside the units of this work. */
    public JdbcEventQueue(JpaUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void register(Collection<String> consumers, Instant now) {
        consumers.stream().sorted().forEach(consumer -> update(REGISTER, consumer, utc(now)));
    }

    @Override
    public Optional<Delivery> claim(Collection<String> consumers, Instant now) {
        if (consumers.isEmpty()) {
            return Optional.empty();
        }
        return work.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
                statement.setArray(1, connection.createArrayOf("text", consumers.toArray()));
                statement.setObject(2, utc(now));
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(delivery(row)) : Optional.empty();
                }
            }
        });
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        EventFields fields = new EventFields(row.getString(4), row.getInt(5), fields(row));
        return new Delivery(new LetterId(row.getString(1), row.getLong(2)), row.getInt(3), fields::event);
    }

    private static Map<String, String> fields(ResultSet row) throws SQLException {
        String[] keys = (String[]) row.getArray(6).getArray();
        String[] values = (String[]) row.getArray(7).getArray();
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            fields.put(keys[i], values[i]);
        }
        return fields;
    }

    @Override
    public void done(LetterId letter) {
        if (update(DONE, letter.consumer(), letter.position()) != 1) {
            throw new IllegalStateException("The delivery " + letter + " was made by somebody else.");
        }
    }

    @Override
    public void failed(LetterId letter, Instant due, String error) {
        update(FAILED, utc(due), printable(error), letter.consumer(), letter.position());
    }

    @Override
    public void buried(LetterId letter, Instant now, String error) {
        update(BURIED, utc(now), printable(error), letter.consumer(), letter.position());
    }

    @Override
    public boolean revive(LetterId letter, Instant now) {
        return update(REVIVE, utc(now), letter.consumer(), letter.position()) > 0;
    }

    /** PostgreSQL keeps every character but this one. */
    private static String printable(String error) {
        return error.replace('\0', ' ');
    }

    @Override
    public OutboxState state() {
        return new OutboxState(query(
                STATE,
                null,
                row -> new OutboxState.OfConsumer(row.getString(1), row.getLong(2), row.getLong(3), instant(row, 4))));
    }

    @Override
    public List<DeadLetter> deadLetters(int most) {
        return query(
                DEAD,
                most,
                row -> new DeadLetter(
                        new LetterId(row.getString(1), row.getLong(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        row.getString(8)));
    }

    @Override
    public int forget(Instant before, int most) {
        return update(FORGET, utc(before), most);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private int update(String sql, Object... parameters) {
        return work.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                return statement.executeUpdate();
            }
        });
    }

    /** Makes one object of the current row. */
    @FunctionalInterface
    private interface Row<T> {

        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, @Nullable Integer parameter, Row<T> row) {
        return work.withConnection(connection -> rows(connection, sql, parameter, row));
    }

    private static <T> List<T> rows(Connection connection, String sql, @Nullable Integer parameter, Row<T> row)
            throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (parameter != null) {
                statement.setInt(1, parameter);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
        }
        return found;
    }
}
