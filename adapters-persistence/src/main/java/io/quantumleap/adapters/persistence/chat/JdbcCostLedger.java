package io.quantumleap.adapters.persistence.chat;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.chat.cost.Budget;
import io.quantumleap.chat.cost.Charge;
import io.quantumleap.chat.cost.ModelCall;
import io.quantumleap.chat.cost.MonthTotal;
import io.quantumleap.chat.cost.Payer;
import io.quantumleap.chat.cost.Reservation;
import io.quantumleap.chat.cost.SpendingRow;
import io.quantumleap.chat.cost.Standing;
import io.quantumleap.chat.cost.port.CostLedger;
import io.quantumleap.chat.model.ModelTask;
import io.quantumleap.chat.model.TokenUsage;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.UserId;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The account of model calls in PostgreSQL. Safe for use by many threads. */
public final class JdbcCostLedger implements CostLedger {

    private static final UUID EVERYBODY = new UUID(0, 0);
    private static final int MOST_AT_ONCE = 500;

    /** In the order of the ids, so that two units never wait for each other; everybody comes first. */
    private static final String LOCK = "with locked as (insert into model_month as m (payer_id, month, spent, reserved)"
            + " select id, ?, 0, 0 from unnest(?) as wanted (id) order by id"
            + " on conflict (payer_id, month) do update set spent = m.spent"
            + " returning payer_id, spent, reserved)"
            + " select locked.payer_id, spent, reserved, amount, currency, warning, critical, auto_stop"
            + " from locked left join model_budget using (payer_id)";

    private static final String RESERVE = "insert into model_call (id, user_id, conversation_id, task, provider, model,"
            + " own_key, called_at, state, input_tokens, output_tokens, cost, estimated, expires_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, 'reserved', ?, ?, ?, true, ?)";
    private static final String OPEN =
            "select id, user_id, conversation_id, task, provider, model, own_key, called_at, state,"
                    + " input_tokens, output_tokens, cost from model_call where ";
    private static final String SETTLE =
            "update model_call set state = ?, input_tokens = ?, output_tokens = ?, cost = ?,"
                    + " estimated = ?, settled_at = ? where id = ?";
    private static final String SPENDING =
            "select (called_at at time zone 'UTC')::date as day, user_id, conversation_id,"
                    + " task, provider, model, count(*) as requests, sum(input_tokens) as input, sum(output_tokens) as output,"
                    + " coalesce(sum(cost), 0) as cost, count(*) filter (where cost is null) as unpriced,"
                    + " count(*) filter (where estimated) as estimated from model_call"
                    + " where state <> 'reserved' and called_at >= ? and called_at < ?";
    private static final String SPENDING_GROUPS = " group by 1, 2, 3, 4, 5, 6 order by 1, 2, 5, 6, 4, 3";

    private final JpaUnitOfWork work;

    /** Works inside the units of this work. */
    public JdbcCostLedger(JpaUnitOfWork work) {
        this.work = work;
    }

    @Override
    public Map<Payer, Standing> lock(Set<Payer> payers, YearMonth month) {
        return work.withConnection(connection -> {
            Map<Payer, Standing> standings = new HashMap<>();
            try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
                lock.setObject(1, month.atDay(1));
                lock.setArray(
                        2,
                        connection.createArrayOf(
                                "uuid", payers.stream().map(JdbcCostLedger::id).toArray()));
                try (ResultSet row = lock.executeQuery()) {
                    while (row.next()) {
                        MonthTotal total = new MonthTotal(row.getBigDecimal("spent"), row.getBigDecimal("reserved"));
                        boolean limited = row.getString("currency") != null;
                        standings.put(
                                payer(row.getObject("payer_id", UUID.class)),
                                new Standing(total, limited ? budget(row) : null));
                    }
                }
            }
            return standings;
        });
    }

    @Override
    public MonthTotal total(Payer payer, YearMonth month) {
        return work.withConnection(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select spent, reserved from model_month where payer_id = ? and month = ?")) {
                query.setObject(1, id(payer));
                query.setObject(2, month.atDay(1));
                try (ResultSet row = query.executeQuery()) {
                    return row.next()
                            ? new MonthTotal(row.getBigDecimal("spent"), row.getBigDecimal("reserved"))
                            : MonthTotal.NOTHING;
                }
            }
        });
    }

    @Override
    public void reserve(List<Reservation> reservations) {
        work.withConnection(connection -> {
            MonthDeltas deltas = new MonthDeltas();
            try (PreparedStatement insert = connection.prepareStatement(RESERVE)) {
                for (Reservation one : reservations) {
                    deltas.add(one.call(), BigDecimal.ZERO, one.amount().orElse(BigDecimal.ZERO));
                    fill(insert, one);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            deltas.write(connection);
            return reservations.size();
        });
    }

    private static void fill(PreparedStatement insert, Reservation one) throws SQLException {
        ModelCall call = one.call();
        insert.setObject(1, call.id());
        insert.setObject(2, call.user().value());
        insert.setObject(3, call.conversation().orElse(null), Types.OTHER);
        insert.setString(4, call.task().code());
        insert.setString(5, call.provider());
        insert.setString(6, call.model());
        insert.setBoolean(7, call.ownKey());
        insert.setObject(8, JdbcConversations.utc(call.at()));
        insert.setLong(9, one.worstCase().input());
        insert.setLong(10, one.worstCase().output());
        insert.setBigDecimal(11, one.amount().orElse(null));
        insert.setObject(12, JdbcConversations.utc(one.expiresAt()));
    }

    /** A call in the account as it stands. */
    private record Entry(
            ModelCall call,
            boolean lost,
            TokenUsage usage,
            @Nullable BigDecimal cost) {

        BigDecimal amount() {
            return cost == null ? BigDecimal.ZERO : cost;
        }
    }

    @Override
    public int settle(Map<UUID, Charge> charges, Instant at) {
        return work.withConnection(connection -> {
            List<Entry> found = entries(
                    connection,
                    "id = any (?) and state <> 'settled' order by id for update",
                    connection.createArrayOf("uuid", charges.keySet().toArray()));
            close(
                    connection,
                    found,
                    "settled",
                    entry -> charges.get(entry.call().id()),
                    at);
            return found.size();
        });
    }

    @Override
    public int expire(Instant now) {
        return work.withConnection(connection -> {
            List<Entry> found = entries(
                    connection,
                    "state = 'reserved' and expires_at < ? order by id limit " + MOST_AT_ONCE
                            + " for update skip locked",
                    JdbcConversations.utc(now));
            close(connection, found, "lost", entry -> new Charge(entry.usage(), entry.cost(), true), now);
            return found.size();
        });
    }

    private static void close(
            Connection connection, List<Entry> entries, String state, Function<Entry, Charge> charges, Instant at)
            throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        MonthDeltas deltas = new MonthDeltas();
        try (PreparedStatement update = connection.prepareStatement(SETTLE)) {
            for (Entry entry : entries) {
                Charge charge = charges.apply(entry);
                BigDecimal before = entry.amount();
                BigDecimal after = charge.cost().orElse(BigDecimal.ZERO);
                deltas.add(
                        entry.call(),
                        entry.lost() ? after.subtract(before) : after,
                        entry.lost() ? BigDecimal.ZERO : before.negate());
                update.setString(1, state);
                update.setLong(2, charge.usage().input());
                update.setLong(3, charge.usage().output());
                update.setBigDecimal(4, charge.cost().orElse(null));
                update.setBoolean(5, charge.estimated());
                update.setObject(6, JdbcConversations.utc(at));
                update.setObject(7, entry.call().id());
                update.addBatch();
            }
            update.executeBatch();
        }
        deltas.lock(connection);
        deltas.write(connection);
    }

    private static List<Entry> entries(Connection connection, String condition, Object value) throws SQLException {
        List<Entry> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(OPEN + condition)) {
            query.setObject(1, value);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(entry(rows));
                }
            }
        }
        return found;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        ModelCall call = new ModelCall(
                row.getObject("id", UUID.class),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getObject("conversation_id", UUID.class),
                task(row),
                row.getString("provider"),
                row.getString("model"),
                row.getBoolean("own_key"),
                JdbcConversations.moment(row, "called_at"));
        return new Entry(
                call,
                row.getString("state").equals("lost"),
                new TokenUsage(row.getLong("input_tokens"), row.getLong("output_tokens")),
                row.getBigDecimal("cost"));
    }

    private static ModelTask task(ResultSet row) throws SQLException {
        return ModelTask.valueOf(row.getString("task").toUpperCase(Locale.ROOT));
    }

    @Override
    public List<SpendingRow> spending(Payer payer, LocalDate from, LocalDate to) {
        String sql = SPENDING + (payer.user().isPresent() ? " and user_id = ?" : " and not own_key") + SPENDING_GROUPS;
        return work.withConnection(connection -> {
            List<SpendingRow> rows = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setObject(1, from.atStartOfDay().atOffset(ZoneOffset.UTC));
                query.setObject(2, to.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
                if (payer.user().isPresent()) {
                    query.setObject(3, payer.user().get().value());
                }
                try (ResultSet found = query.executeQuery()) {
                    while (found.next()) {
                        rows.add(spendingRow(found));
                    }
                }
            }
            return rows;
        });
    }

    private static SpendingRow spendingRow(ResultSet row) throws SQLException {
        return new SpendingRow(
                row.getObject("day", LocalDate.class),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getObject("conversation_id", UUID.class),
                task(row),
                row.getString("provider"),
                row.getString("model"),
                row.getLong("requests"),
                row.getLong("input"),
                row.getLong("output"),
                row.getBigDecimal("cost"),
                row.getLong("unpriced"),
                row.getLong("estimated"));
    }

    @Override
    public Optional<Budget> budget(Payer payer) {
        return work.withConnection(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select amount, currency, warning, critical, auto_stop from model_budget where payer_id = ?")) {
                query.setObject(1, id(payer));
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(budget(row)) : Optional.empty();
                }
            }
        });
    }

    private static Budget budget(ResultSet row) throws SQLException {
        return new Budget(
                new Money(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency"))),
                row.getBigDecimal("warning"),
                row.getBigDecimal("critical"),
                row.getBoolean("auto_stop"));
    }

    @Override
    public void put(Payer payer, Budget budget, Instant at) {
        work.withConnection(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(
                    "insert into model_budget (payer_id, amount, currency, warning, critical, auto_stop, updated_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?) on conflict (payer_id) do update set"
                            + " amount = excluded.amount, currency = excluded.currency, warning = excluded.warning,"
                            + " critical = excluded.critical, auto_stop = excluded.auto_stop,"
                            + " updated_at = excluded.updated_at")) {
                upsert.setObject(1, id(payer));
                upsert.setBigDecimal(2, budget.monthly().amount());
                upsert.setString(3, budget.monthly().currency().getCurrencyCode());
                upsert.setBigDecimal(4, budget.warning());
                upsert.setBigDecimal(5, budget.critical());
                upsert.setBoolean(6, budget.autoStop());
                upsert.setObject(7, JdbcConversations.utc(at));
                return upsert.executeUpdate();
            }
        });
    }

    @Override
    public boolean remove(Payer payer) {
        return work.withConnection(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from model_budget where payer_id = ?")) {
                delete.setObject(1, id(payer));
                return delete.executeUpdate() > 0;
            }
        });
    }

    private static Payer payer(UUID id) {
        return id.equals(EVERYBODY) ? Payer.EVERYBODY : Payer.user(new UserId(id));
    }

    static UUID id(Payer payer) {
        return payer.user().map(UserId::value).orElse(EVERYBODY);
    }
}
