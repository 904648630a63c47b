package io.quantumleap.app.it.ledger;

import io.quantumleap.adapters.persistence.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Lets the database write down which event is delivered after which, and reads what the API does not show. */
final class DeliveryLog {

    private static final String WRITE_DOWN = """
            CREATE TABLE delivered (
                number   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                consumer text   NOT NULL,
                position bigint NOT NULL
            );
            CREATE FUNCTION write_delivery_down() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
            BEGIN
                INSERT INTO delivered (consumer, position) VALUES (OLD.consumer, OLD.position);
                RETURN OLD;
            END $$;
            CREATE TRIGGER write_delivery_down AFTER DELETE ON outbox_delivery
                FOR EACH ROW EXECUTE FUNCTION write_delivery_down();
            """;

    private final DatabaseSettings database;

    private DeliveryLog(DatabaseSettings database) {
        this.database = database;
    }

    static DeliveryLog begin(DatabaseSettings database) throws SQLException {
        DeliveryLog log = new DeliveryLog(database);
        try (Connection connection = log.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(WRITE_DOWN);
        }
        return log;
    }

    /** The versions of the portfolio in the order in which its events were written. */
    List<Long> written(String portfolio) throws SQLException {
        return numbers(
                "SELECT (payload ->> 'version')::bigint FROM outbox_event WHERE payload ->> 'portfolio' = ? ORDER BY position",
                portfolio);
    }

    /** The versions of the portfolio in the order in which the consumer of stored values had its events. */
    List<Long> delivered(String portfolio) throws SQLException {
        return numbers(
                "SELECT (e.payload ->> 'version')::bigint FROM delivered d JOIN outbox_event e USING (position)"
                        + " WHERE e.payload ->> 'portfolio' = ? AND d.consumer = 'valuations' ORDER BY d.number",
                portfolio);
    }

    /** The numbers that the transactions have in their ledger. */
    List<Long> sequences(String portfolio) throws SQLException {
        return numbers(
                "SELECT sequence FROM ledger_transaction WHERE portfolio_id = ?::uuid ORDER BY sequence",
                UUID.fromString(portfolio).toString());
    }

    private List<Long> numbers(String sql, String portfolio) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, portfolio);
            List<Long> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            return found;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }
}
