package io.quantumleap.adapters.persistence.valuation;

import io.quantumleap.adapters.persistence.CopyLine;
import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.SqlFunction;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.valuation.Checkpoint;
import io.quantumleap.core.valuation.ValuationStamp;
import io.quantumleap.core.valuation.ValuedDay;
import io.quantumleap.core.valuation.port.StoredValuations;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Valuations in PostgreSQL, over JDBC. Safe for use by many threads. */
public final class JdbcStoredValuations implements StoredValuations {

    /** Keeps these advisory locks apart from others that are made of an identifier. */
    private static final long CLAIMS = 0x51_4c_56_41L;

    private static final String STAMP =
            "select generation, sequence, price_revision, basis, ever_held, priced_by, last_close"
                    + " from valuation where portfolio_id = ?";

    private static final String PREPARE_HOLD =
            "insert into valuation (portfolio_id, generation, sequence, price_revision,"
                    + " basis, ever_held, priced_by) values (?, 0, 0, 0, '', '{}', '{}') on conflict (portfolio_id) do nothing";

    private static final String STORE_STAMP = "update valuation set generation = ?, sequence = ?, price_revision = ?,"
            + " basis = ?, ever_held = ?, priced_by = ?, last_close = ? where portfolio_id = ?";

    private final JpaUnitOfWork work;

    /** Works inside the units of this work. */
    public JdbcStoredValuations(JpaUnitOfWork work) {
        this.work = work;
    }

    @Override
    public Optional<ValuationStamp> stamp(PortfolioId portfolio) {
        return stamp(portfolio, STAMP);
    }

    @Override
    public boolean claim(PortfolioId portfolio) {
        return query(
                "select pg_try_advisory_xact_lock(hashtextextended(?, ?))",
                row -> row.next() && row.getBoolean(1),
                portfolio.toString(),
                CLAIMS);
    }

    @Override
    public Optional<ValuationStamp> hold(PortfolioId portfolio) {
        update(PREPARE_HOLD, portfolio.value());
        return stamp(portfolio, STAMP + " for update");
    }

    private Optional<ValuationStamp> stamp(PortfolioId portfolio, String sql) {
        return query(
                sql,
                row -> row.next() && row.getLong(1) > 0 ? Optional.of(stamp(row)) : Optional.empty(),
                portfolio.value());
    }

    private static ValuationStamp stamp(ResultSet row) throws SQLException {
        return new ValuationStamp(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                symbols(row.getArray(5)),
                symbols(row.getArray(6)),
                row.getObject(7, LocalDate.class));
    }

    private static Set<Symbol> symbols(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(Symbol::new).collect(Collectors.toSet());
    }

    @Override
    public Optional<Checkpoint> checkpointBefore(PortfolioId portfolio, LocalDate day) {
        return query(
                "select state from valuation_checkpoint where portfolio_id = ? and date < ? and form = ?"
                        + " order by date desc limit 1",
                row -> row.next() ? Optional.of(CheckpointReader.checkpoint(row.getBytes(1))) : Optional.empty(),
                portfolio.value(),
                day,
                CheckpointWriter.FORM);
    }

    @Override
    public Optional<List<ValuedDay>> days(
            PortfolioId portfolio, long generation, @Nullable LocalDate from, @Nullable LocalDate to) {
        return query(
                ValuationDayRows.SELECT,
                rows -> ValuationDayRows.read(rows, generation),
                Objects.requireNonNullElse(from, LocalDate.MIN),
                Objects.requireNonNullElse(to, LocalDate.MAX),
                portfolio.value());
    }

    @Override
    public long[] epochDays(PortfolioId portfolio, LocalDate to) {
        return query(
                "select date from valuation_day where portfolio_id = ? and date <= ? order by date",
                rows -> {
                    LongStream.Builder days = LongStream.builder();
                    while (rows.next()) {
                        days.add(rows.getObject(1, LocalDate.class).toEpochDay());
                    }
                    return days.build().toArray();
                },
                portfolio.value(),
                to);
    }

    @Override
    public List<LocalDate> checkpointDays(PortfolioId portfolio) {
        return query(
                "select date from valuation_checkpoint where portfolio_id = ? order by date",
                rows -> {
                    List<LocalDate> days = new ArrayList<>();
                    while (rows.next()) {
                        days.add(rows.getObject(1, LocalDate.class));
                    }
                    return days;
                },
                portfolio.value());
    }

    @Override
    public void replace(
            PortfolioId portfolio,
            ValuationStamp stamp,
            @Nullable LocalDate after,
            List<ValuedDay> days,
            Collection<Checkpoint> checkpoints) {
        LocalDate kept = Objects.requireNonNullElse(after, LocalDate.MIN);
        update("delete from valuation_day where portfolio_id = ? and date > ?", portfolio.value(), kept);
        update("delete from valuation_checkpoint where portfolio_id = ? and date > ?", portfolio.value(), kept);
        copy(portfolio, days);
        checkpoints.forEach(checkpoint -> update(
                "insert into valuation_checkpoint (portfolio_id, date, form, state) values (?, ?, ?, ?)",
                portfolio.value(),
                checkpoint.day(),
                CheckpointWriter.FORM,
                CheckpointWriter.bytes(checkpoint)));
        store(portfolio, stamp);
    }

    private void store(PortfolioId portfolio, ValuationStamp stamp) {
        work.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(STORE_STAMP)) {
                statement.setLong(1, stamp.generation());
                statement.setLong(2, stamp.sequence());
                statement.setLong(3, stamp.priceRevision());
                statement.setString(4, stamp.basis());
                statement.setArray(5, texts(connection, stamp.everHeld()));
                statement.setArray(6, texts(connection, stamp.pricedBy()));
                statement.setObject(7, stamp.lastClose().orElse(null));
                statement.setObject(8, portfolio.value());
                return statement.executeUpdate();
            }
        });
    }

    private static Array texts(Connection connection, Collection<Symbol> symbols) throws SQLException {
        return connection.createArrayOf(
                "text", symbols.stream().map(Symbol::value).sorted().toArray());
    }

    private void copy(PortfolioId portfolio, List<ValuedDay> days) {
        CopyLine lines = new CopyLine();
        days.forEach(day -> ValuationDayRows.write(lines, portfolio, day));
        work.withConnection(connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(ValuationDayRows.COPY, new StringReader(lines.take()));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    @Override
    public void forgetCheckpoints(PortfolioId portfolio, Collection<LocalDate> days) {
        days.forEach(day ->
                update("delete from valuation_checkpoint where portfolio_id = ? and date = ?", portfolio.value(), day));
    }

    private int update(String sql, Object... parameters) {
        return work.withConnection(connection -> {
            try (PreparedStatement statement = prepared(connection, sql, parameters)) {
                return statement.executeUpdate();
            }
        });
    }

    private <R> R query(String sql, SqlFunction<ResultSet, R> result, Object... parameters) {
        return work.withConnection(connection -> {
            try (PreparedStatement statement = prepared(connection, sql, parameters);
                    ResultSet rows = statement.executeQuery()) {
                return result.apply(rows);
            }
        });
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
