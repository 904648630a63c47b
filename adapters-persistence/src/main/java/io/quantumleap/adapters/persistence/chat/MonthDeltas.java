package io.quantumleap.adapters.persistence.chat;

import io.quantumleap.chat.cost.ModelCall;
import io.quantumleap.chat.cost.Payer;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What is to be added to the totals of months, once for each payer and month. Made for one unit of work. */
final class MonthDeltas {

    private static final String LOCK_AGAIN =
            "select 1 from model_month where (payer_id, month) in (select * from unnest(?, ?))"
                    + " order by payer_id, month for update";
    private static final String ADD =
            "update model_month set spent = model_month.spent + more.spent, reserved = model_month.reserved + more.reserved"
                    + " from unnest(?, ?, ?, ?) as more (payer_id, month, spent, reserved)"
                    + " where model_month.payer_id = more.payer_id and model_month.month = more.month";

    private record Key(UUID payer, LocalDate month) {}

    private record Delta(BigDecimal spent, BigDecimal reserved) {

        Delta plus(Delta other) {
            return new Delta(spent.add(other.spent), reserved.add(other.reserved));
        }
    }

    private final Map<Key, Delta> byPayer = new LinkedHashMap<>();

    void add(ModelCall call, BigDecimal spent, BigDecimal reserved) {
        for (Payer payer : call.payers()) {
            byPayer.merge(
                    new Key(JdbcCostLedger.id(payer), call.month().atDay(1)), new Delta(spent, reserved), Delta::plus);
        }
    }

    /** Locks the totals in their order. */
    void lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK_AGAIN)) {
            setKeys(connection, lock);
            lock.executeQuery().close();
        }
    }

    void write(Connection connection) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            setKeys(connection, add);
            add.setArray(
                    3,
                    connection.createArrayOf(
                            "numeric",
                            byPayer.values().stream().map(Delta::spent).toArray()));
            add.setArray(
                    4,
                    connection.createArrayOf(
                            "numeric",
                            byPayer.values().stream().map(Delta::reserved).toArray()));
            add.executeUpdate();
        }
    }

    private void setKeys(Connection connection, PreparedStatement statement) throws SQLException {
        statement.setArray(
                1,
                connection.createArrayOf(
                        "uuid", byPayer.keySet().stream().map(Key::payer).toArray()));
        statement.setArray(
                2,
                connection.createArrayOf(
                        "date",
                        byPayer.keySet().stream()
                                .map(key -> key.month().toString())
                                .toArray()));
    }
}
