package io.quantumleap.adapters.persistence.event;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.core.event.DomainEvent;
import io.quantumleap.core.event.port.EventOutbox;
import io.quantumleap.core.shared.IdGenerator;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

/** Writes events, and a delivery for each consumer, into the transaction of the current unit. Safe for use by many threads. */
public final class JdbcEventOutbox implements EventOutbox {

    private static final String APPEND = "with event as ("
            + "insert into outbox_event (id, aggregate, type, version, payload, occurred_at)"
            + " values (?, ?, ?, ?, jsonb_object(?, ?), ?) returning position, aggregate, occurred_at)"
            + " insert into outbox_delivery (consumer, aggregate, position, due_at)"
            + " select c.name, e.aggregate, e.position, e.occurred_at from event e, outbox_consumer c";

    private final JpaUnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;

    /** Works inside the units of this work. */
    public JdbcEventOutbox(JpaUnitOfWork work, IdGenerator ids, Clock clock) {
        this.work = Objects.requireNonNull(work, "work");
        this.ids = Objects.requireNonNull(ids, "ids");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public void append(DomainEvent event) {
        EventFields fields = EventFields.of(event);
        work.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
                statement.setObject(1, ids.next());
                statement.setString(2, event.aggregate().toString());
                statement.setString(3, fields.type());
                statement.setInt(4, fields.version());
                statement.setArray(
                        5,
                        connection.createArrayOf(
                                "text", fields.fields().keySet().toArray()));
                statement.setArray(
                        6,
                        connection.createArrayOf(
                                "text", fields.fields().values().toArray()));
                statement.setObject(7, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                return statement.executeUpdate();
            }
        });
    }
}
