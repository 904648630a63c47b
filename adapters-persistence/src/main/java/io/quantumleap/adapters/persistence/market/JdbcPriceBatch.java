package io.quantumleap.adapters.persistence.market;

import io.quantumleap.adapters.persistence.CopyLine;
import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.Sql;
import io.quantumleap.core.market.PriceBar;
import io.quantumleap.core.market.PriceOrigin;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.port.PriceBatch;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.RowErrors;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Streams prices by COPY into a table of this transaction alone, from where {@link PriceMerge} takes them. The row of
 * price_revision is locked from the beginning, so that one batch works at a time and nobody else writes prices meanwhile.
 *
 * <p>Memory holds one number for each instrument of the batch, and the days of each only as far as to tell whether they
 * come in order: a file in order cannot name a day twice, and is spared the search for contradictions.
 */
final class JdbcPriceBatch implements PriceBatch {

    private static final int CHARACTERS_IN_ONE_PIECE = 64 * 1024;

    private static final String BEGIN = "select revision from price_revision for update;"
            + " drop table if exists incoming_price; drop table if exists incoming_instrument;"
            + " create temporary table incoming_instrument (number integer primary key, symbol text collate \"C\" not null,"
            + " currency text not null, id integer, is_new boolean not null default false) on commit drop;"
            + " create temporary table incoming_price (line integer, instrument integer, date date,"
            + " close numeric(25, 10), open numeric(25, 10), high numeric(25, 10), low numeric(25, 10),"
            + " volume numeric(25, 10)) on commit drop";

    private static final String COPY_INSTRUMENTS = "copy incoming_instrument (number, symbol, currency) from stdin";

    private static final String COPY =
            "copy incoming_price (line, instrument, date, close, open, high, low, volume) from stdin";

    private static final String ANY_CONTRADICTION = "select 1 from incoming_price group by instrument, date"
            + " having count(*) > 1 and (min(close) <> max(close) or min(open) <> max(open) or min(high) <> max(high)"
            + " or min(low) <> max(low) or min(volume) <> max(volume)) limit 1";

    private static final String CONTRADICTIONS = "select n.line, i.symbol, n.date, n.first_line, n.of_close,"
            + " count(*) over () from ("
            + "select line, instrument, date, first_value(line) over day as first_line,"
            + " close <> first_value(close) over day as of_close,"
            + " coalesce(open is not null and min(open) over day <> max(open) over day, false)"
            + " or coalesce(high is not null and min(high) over day <> max(high) over day, false)"
            + " or coalesce(low is not null and min(low) over day <> max(low) over day, false)"
            + " or coalesce(volume is not null and min(volume) over day <> max(volume) over day, false) as of_another"
            + " from incoming_price window day as (partition by instrument, date order by line)) n"
            + " join incoming_instrument i on i.number = n.instrument"
            + " where n.of_close or n.of_another order by n.line limit " + RowErrors.MOST_LISTED;

    private final JpaUnitOfWork work;
    private final Sql sql;
    private final PriceOrigin origin;
    private final CopyLine lines = new CopyLine();
    private final Map<Symbol, Incoming> instruments = new LinkedHashMap<>();
    private @Nullable CopyIn copy;
    private boolean mayNameDaysTwice;

    JdbcPriceBatch(JpaUnitOfWork work, PriceOrigin origin) {
        this.work = work;
        this.sql = new Sql(work);
        this.origin = origin;
    }

    /** An instrument of this batch, and the order in which its days came so far. */
    private static final class Incoming {

        private final int number;
        private final Currency currency;
        private long last;
        private int direction;

        Incoming(int number, Currency currency, LocalDate first) {
            this.number = number;
            this.currency = currency;
            this.last = first.toEpochDay();
        }

        /** Whether all days so far ascend, or all descend. */
        boolean comesInOrder(LocalDate date) {
            int step = Long.compare(date.toEpochDay(), last);
            boolean inOrder = step != 0 && (direction == 0 || direction == step);
            direction = step;
            last = date.toEpochDay();
            return inOrder;
        }
    }

    void begin() {
        sql.execute(BEGIN);
    }

    @Override
    public void add(int line, Symbol symbol, Currency currency, PriceBar bar) {
        Incoming instrument = instruments.get(symbol);
        if (instrument == null) {
            instrument = new Incoming(instruments.size() + 1, currency, bar.date());
            instruments.put(symbol, instrument);
        } else if (!instrument.comesInOrder(bar.date())) {
            mayNameDaysTwice = true;
        }
        lines.plain(line)
                .plain(instrument.number)
                .plain(bar.date())
                .decimal(bar.close())
                .decimal(bar.open())
                .decimal(bar.high())
                .decimal(bar.low())
                .decimal(bar.volume())
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
            open = copyInto(connection, COPY);
            copy = open;
        }
        return open;
    }

    private static CopyIn copyInto(Connection connection, String sql) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    }

    private void endCopy() {
        if (lines.length() > 0) {
            send();
        }
        CopyIn open = copy;
        if (open != null) {
            copy = null;
            work.withConnection(connection -> open.endCopy());
            copyInstruments();
            sql.execute("analyze incoming_price");
        }
    }

    private void copyInstruments() {
        CopyLine rows = new CopyLine();
        instruments.forEach((symbol, instrument) -> rows.plain(instrument.number)
                .text(symbol.value())
                .plain(instrument.currency)
                .end());
        byte[] bytes = rows.take().getBytes(StandardCharsets.UTF_8);
        work.withConnection(connection -> {
            CopyIn open = copyInto(connection, COPY_INSTRUMENTS);
            open.writeToCopy(bytes, 0, bytes.length);
            return open.endCopy();
        });
    }

    @Override
    public RowErrors contradictions() {
        endCopy();
        boolean any = mayNameDaysTwice && sql.query(ANY_CONTRADICTION, statement -> {}, ResultSet::next);
        return any
                ? sql.query(CONTRADICTIONS, statement -> {}, JdbcPriceBatch::contradictions)
                : new RowErrors(List.of(), 0);
    }

    private static RowErrors contradictions(ResultSet rows) throws SQLException {
        List<RowError> errors = new ArrayList<>();
        int count = 0;
        while (rows.next()) {
            count = rows.getInt(6);
            boolean ofClose = rows.getBoolean(5);
            String day = rows.getString(2) + " on " + rows.getString(3) + ".";
            errors.add(new RowError(
                    rows.getInt(1),
                    ofClose ? "close" : "",
                    "contradiction",
                    ofClose
                            ? "Line " + rows.getInt(4) + " gives another close of " + day
                            : "An earlier line, the first is " + rows.getInt(4)
                                    + ", gives another open, high, low or volume of " + day));
        }
        return new RowErrors(errors, count);
    }

    @Override
    public Counts merge() {
        endCopy();
        return instruments.isEmpty() ? Counts.NONE : new PriceMerge(sql, origin).run(mayNameDaysTwice);
    }

    @Override
    public void close() {
        lines.take();
        endCopy();
        sql.execute("drop table incoming_price; drop table incoming_instrument");
    }
}
