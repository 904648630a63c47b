package io.quantumleap.adapters.persistence.market;

import io.quantumleap.adapters.persistence.CopyLine;
import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.SqlFunction;
import io.quantumleap.core.market.PricePoint;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.port.PriceBatch;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.RowErrors;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Streams prices by COPY into a table of this transaction alone and merges them with one statement. The row of
 * price_revision is locked from the beginning, so that one batch works at a time.
 */
final class JdbcPriceBatch implements PriceBatch {

    private static final int CHARACTERS_IN_ONE_PIECE = 64 * 1024;

    private static final String BEGIN = "select revision from price_revision for update;"
            + " drop table if exists incoming_price;"
            + " create temporary table incoming_price (line integer, symbol text collate \"C\", currency text,"
            + " date date, close numeric(25, 10)) on commit drop";

    private static final String COPY = "copy incoming_price (line, symbol, currency, date, close) from stdin";

    private static final String ANY_CONTRADICTION =
            "select 1 from incoming_price group by symbol, date" + " having min(close) <> max(close) limit 1";

    private static final String CONTRADICTIONS = "select line, symbol, date, first_line, count(*) over () from ("
            + "select line, symbol, date, close, first_value(close) over day as first_close,"
            + " first_value(line) over day as first_line from incoming_price"
            + " window day as (partition by symbol, date order by line)) n"
            + " where close <> first_close order by line limit " + RowErrors.MOST_LISTED;

    private static final String ADD_INSTRUMENTS = "insert into instrument (symbol, currency, first_date, last_date,"
            + " price_count) select symbol, min(currency), min(date), max(date), count(distinct date)"
            + " from incoming_price group by symbol order by symbol on conflict (symbol) do nothing";

    private static final String MERGE = "with merged as ("
            + "insert into price (instrument_id, date, close)"
            + " select distinct on (i.id, n.date) i.id, n.date, n.close"
            + " from incoming_price n join instrument i on i.symbol = n.symbol order by i.id, n.date"
            + " on conflict (instrument_id, date) do update set close = excluded.close"
            + " where price.close <> excluded.close returning instrument_id, date, xmax = 0 as is_new)"
            + " select i.symbol, c.first_date, c.added, c.corrected from (select instrument_id, min(date) as first_date,"
            + " count(*) filter (where is_new) as added, count(*) filter (where not is_new) as corrected"
            + " from merged group by instrument_id) c join instrument i on i.id = c.instrument_id";

    private static final String NOTE_CHANGE = "insert into price_change (instrument_id, revision, first_date)"
            + " select i.id, r.revision, ? from instrument i, price_revision r where i.symbol = ?";

    private static final String DESCRIBE_INSTRUMENTS = "update instrument i set first_date = p.first_date,"
            + " last_date = p.last_date, price_count = p.price_count from ("
            + "select instrument_id, min(date) as first_date, max(date) as last_date, count(*) as price_count"
            + " from price where instrument_id in (select id from instrument where symbol in"
            + " (select symbol from incoming_price)) group by instrument_id) p where i.id = p.instrument_id";

    private static final String NOTED =
            "insert into noted_price_revision (revision) select revision from price_revision";

    /** What was computed so many changes of prices ago is computed again from the beginning. */
    private static final String FORGET_OLD_NOTES = "with old as (delete from noted_price_revision"
            + " where revision <= (select revision - 1000 from price_revision) returning revision)"
            + " delete from price_change where revision in (select revision from old)";

    private final JpaUnitOfWork work;
    private final CopyLine lines = new CopyLine();
    private @Nullable CopyIn copy;

    JdbcPriceBatch(JpaUnitOfWork work) {
        this.work = work;
    }

    void begin() {
        execute(BEGIN);
    }

    @Override
    public void add(int line, Symbol symbol, Currency currency, PricePoint price) {
        lines.plain(line)
                .text(symbol.value())
                .plain(currency)
                .plain(price.date())
                .decimal(price.close())
                .end();
        if (lines.length() >= CHARACTERS_IN_ONE_PIECE) {
            send();
        }
    }

    private void send() {
        byte[] piece = lines.take().getBytes(StandardCharsets.UTF_8);
        work.withConnection(connection -> {
            CopyIn open = open(connection);
            open.writeToCopy(piece, 0, piece.length);
            return piece.length;
        });
    }

    private CopyIn open(Connection connection) throws SQLException {
        CopyIn open = copy;
        if (open == null) {
            open = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            copy = open;
        }
        return open;
    }

    private void endCopy() {
        if (lines.length() > 0) {
            send();
        }
        CopyIn open = copy;
        if (open != null) {
            copy = null;
            work.withConnection(connection -> open.endCopy());
            execute("analyze incoming_price");
        }
    }

    @Override
    public RowErrors contradictions() {
        endCopy();
        boolean any = query(ANY_CONTRADICTION, ResultSet::next);
        return any ? query(CONTRADICTIONS, JdbcPriceBatch::contradictions) : new RowErrors(List.of(), 0);
    }

    private static RowErrors contradictions(ResultSet rows) throws SQLException {
        List<RowError> errors = new ArrayList<>();
        int count = 0;
        while (rows.next()) {
            count = rows.getInt(5);
            errors.add(new RowError(
                    rows.getInt(1),
                    "close",
                    "contradiction",
                    "Line " + rows.getInt(4) + " gives another close of " + rows.getString(2) + " on "
                            + rows.getString(3) + "."));
        }
        return new RowErrors(errors, count);
    }

    @Override
    public Counts merge() {
        endCopy();
        execute(ADD_INSTRUMENTS);
        Counts counts = query(MERGE, JdbcPriceBatch::counts);
        if (counts.added() + counts.corrected() > 0) {
            execute(DESCRIBE_INSTRUMENTS);
            execute("update price_revision set revision = revision + 1");
            note(counts.changed());
            execute(NOTED);
            execute(FORGET_OLD_NOTES);
        }
        return counts;
    }

    private static Counts counts(ResultSet rows) throws SQLException {
        Map<Symbol, LocalDate> changed = new HashMap<>();
        int added = 0;
        int corrected = 0;
        while (rows.next()) {
            changed.put(new Symbol(rows.getString(1)), rows.getObject(2, LocalDate.class));
            added += rows.getInt(3);
            corrected += rows.getInt(4);
        }
        return new Counts(added, corrected, changed);
    }

    private void note(Map<Symbol, LocalDate> changed) {
        work.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(NOTE_CHANGE)) {
                for (Map.Entry<Symbol, LocalDate> change : changed.entrySet()) {
                    statement.setObject(1, change.getValue());
                    statement.setString(2, change.getKey().value());
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    @Override
    public void close() {
        lines.take();
        endCopy();
        execute("drop table incoming_price");
    }

    private void execute(String sql) {
        work.withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private <R> R query(String sql, SqlFunction<ResultSet, R> result) {
        return work.withConnection(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                return result.apply(rows);
            }
        });
    }
}
