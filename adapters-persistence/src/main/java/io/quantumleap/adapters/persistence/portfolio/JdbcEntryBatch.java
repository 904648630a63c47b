package io.quantumleap.adapters.persistence.portfolio;

import io.quantumleap.adapters.persistence.CopyLine;
import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.Sql;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Candidate;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.Step;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.port.EntryBatch;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.RowErrors;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.postgresql.PGConnection;

/**
 * Streams entries by COPY into a table of this transaction alone, has the database tell the new ones, and reads them through a cursor as
 * often as they are played. Memory holds one piece of them at a time.
 */
final class JdbcEntryBatch implements EntryBatch {

    private static final int CHARACTERS_IN_ONE_PIECE = 64 * 1024;

    private static final String BEGIN = "drop table if exists incoming_entry;"
            + " create temporary table incoming_entry on commit drop as select 0 as place, 0 as line, 1 as occurrence, "
            + LedgerLines.ENTRY_COLUMNS + " from ledger_transaction with no data";

    private static final String COPY =
            "copy incoming_entry (place, line, occurrence, " + LedgerLines.ENTRY_COLUMNS + ") from stdin";

    private static final String FROM_THE_END = "update incoming_entry set place = -place";

    private static final String NUMBER_EQUAL_ONES = "update incoming_entry i set occurrence = n.occurrence from"
            + " (select place, row_number() over (partition by content order by place) as occurrence"
            + " from incoming_entry where external_id is null) n where n.place = i.place and n.occurrence > 1";

    /** Those with an id that the ledger has, or that stands earlier in the file, and with another content. */
    private static final String TAKEN = "select line, first_line, count(*) over () from"
            + " (select i.line, i.content, case when t.id is null then first_value(i.line) over id end as first_line,"
            + " coalesce(t.content, first_value(i.content) over id) as known from incoming_entry i"
            + " left join ledger_transaction t on t.portfolio_id = ? and t.external_id = i.external_id"
            + " and t.reversal_of is null where i.external_id is not null"
            + " window id as (partition by i.external_id order by i.place)) named"
            + " where content <> known order by line limit " + RowErrors.MOST_LISTED;

    private static final String FORGET_RECORDED_IDS = "delete from incoming_entry i using ledger_transaction t"
            + " where t.portfolio_id = ? and t.external_id = i.external_id and t.reversal_of is null";

    private static final String FORGET_REPEATED_IDS = "delete from incoming_entry where place in (select place from"
            + " (select place, row_number() over (partition by external_id order by place) as occurrence"
            + " from incoming_entry where external_id is not null) n where n.occurrence > 1)";

    private static final String FORGET_RECORDED_CONTENTS = "delete from incoming_entry i using"
            + " (select content, count(*) as recorded from ledger_transaction where portfolio_id = ?"
            + " and external_id is null and reversal_of is null"
            + " and content in (select content from incoming_entry where external_id is null) group by content) t"
            + " where i.external_id is null and t.content = i.content and i.occurrence <= t.recorded";

    private static final String LEFT = "select (select count(*) from incoming_entry),"
            + " exists (select 1 from incoming_entry where lots is not null)"
            + " or exists (select 1 from ledger_transaction where portfolio_id = ? and lots is not null)";

    private static final String NAMES_ANY = " and (x.symbol = any(?) or x.to_symbol = any(?))";

    private static final String PLAY =
            "select " + LedgerLines.ENTRY_COLUMNS + ", line from (select x.sequence as place,"
                    + " 0 as line, %1$s from ledger_transaction x where x.portfolio_id = ? and x.reversal_of is null"
                    + " and not exists (select 1 from ledger_transaction r where r.reversal_of = x.id)%2$s"
                    + " union all select x.place, x.line, %1$s from incoming_entry x where true%2$s) steps"
                    + " order by date, line > 0, place";

    private static final String PLAY_ALL = PLAY.formatted(of("x"), "");
    private static final String PLAY_SOME = PLAY.formatted(of("x"), NAMES_ANY);

    private static final String FRESH =
            "select line, occurrence, " + LedgerLines.ENTRY_COLUMNS + " from incoming_entry order by place";

    private final JpaUnitOfWork work;
    private final Sql sql;
    private final PortfolioId portfolio;
    private final CopyLine lines = new CopyLine();
    private int count;

    JdbcEntryBatch(JpaUnitOfWork work, PortfolioId portfolio) {
        this.work = work;
        this.sql = new Sql(work);
        this.portfolio = portfolio;
    }

    private static String of(String table) {
        return table + "." + LedgerLines.ENTRY_COLUMNS.replace(", ", ", " + table + ".");
    }

    void begin() {
        sql.execute(BEGIN);
    }

    @Override
    public void add(int line, Entry entry) {
        lines.plain(++count).plain(line).plain(1);
        LedgerLines.entry(lines, entry);
        lines.end();
        if (lines.length() >= CHARACTERS_IN_ONE_PIECE) {
            send();
        }
    }

    /** Each piece is a COPY of its own, so that between them the connection is free for other statements. */
    private void send() {
        String piece = lines.take();
        work.withConnection(connection -> {
            try {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new StringReader(piece));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    @Override
    public Matched match(Order order) {
        if (lines.length() > 0) {
            send();
        }
        if (order == Order.FROM_THE_END) {
            sql.execute(FROM_THE_END);
        }
        sql.execute("analyze incoming_entry");
        RowErrors taken = sql.query(TAKEN, this::ofPortfolio, JdbcEntryBatch::taken);
        sql.execute(NUMBER_EQUAL_ONES);
        sql.update(FORGET_RECORDED_IDS, this::ofPortfolio);
        sql.execute(FORGET_REPEATED_IDS);
        sql.update(FORGET_RECORDED_CONTENTS, this::ofPortfolio);
        return sql.query(LEFT, this::ofPortfolio, rows -> {
            rows.next();
            return new Matched(rows.getInt(1), rows.getBoolean(2), taken);
        });
    }

    private static RowErrors taken(ResultSet rows) throws SQLException {
        List<RowError> errors = new ArrayList<>();
        int count = 0;
        while (rows.next()) {
            count = rows.getInt(3);
            int earlier = rows.getInt(2);
            errors.add(new RowError(
                    rows.getInt(1),
                    "external_id",
                    "taken",
                    "A transaction with this external_id and other content "
                            + (earlier == 0
                                    ? "was recorded on another occasion."
                                    : "stands on line " + earlier + ".")));
        }
        return new RowErrors(errors, count);
    }

    @Override
    public void play(Consumer<? super Step> reader) {
        work.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(PLAY_ALL)) {
                statement.setObject(1, portfolio.value());
                return show(statement, reader);
            }
        });
    }

    @Override
    public void play(Collection<Symbol> symbols, Consumer<? super Step> reader) {
        work.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(PLAY_SOME)) {
                statement.setObject(1, portfolio.value());
                for (int parameter = 2; parameter <= 5; parameter++) {
                    Sql.setSymbols(statement, parameter, symbols);
                }
                return show(statement, reader);
            }
        });
    }

    private static boolean show(PreparedStatement statement, Consumer<? super Step> reader) throws SQLException {
        statement.setFetchSize(LedgerLines.ROWS_IN_ONE_PIECE);
        try (ResultSet rows = statement.executeQuery()) {
            TransactionRows entries = new TransactionRows(rows);
            while (rows.next()) {
                reader.accept(new Step(entries.entry(), rows.getInt("line")));
            }
        }
        return true;
    }

    @Override
    public void append(Function<? super Candidate, Transaction> recording) {
        work.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FRESH)) {
                statement.setFetchSize(LedgerLines.ROWS_IN_ONE_PIECE);
                try (ResultSet rows = statement.executeQuery()) {
                    append(connection, rows, recording);
                }
            }
            return true;
        });
    }

    private void append(Connection connection, ResultSet rows, Function<? super Candidate, Transaction> recording)
            throws SQLException {
        TransactionRows entries = new TransactionRows(rows);
        List<Transaction> piece = new ArrayList<>(LedgerLines.ROWS_IN_ONE_PIECE);
        while (rows.next()) {
            Candidate candidate = new Candidate(rows.getInt("line"), entries.entry(), rows.getInt("occurrence"));
            piece.add(recording.apply(candidate));
            if (piece.size() == LedgerLines.ROWS_IN_ONE_PIECE) {
                LedgerLines.append(connection, portfolio, piece);
                piece.clear();
            }
        }
        if (!piece.isEmpty()) {
            LedgerLines.append(connection, portfolio, piece);
        }
    }

    @Override
    public void close() {
        lines.take();
        sql.execute("drop table incoming_entry");
    }

    private void ofPortfolio(PreparedStatement statement) throws SQLException {
        statement.setObject(1, portfolio.value());
    }
}
