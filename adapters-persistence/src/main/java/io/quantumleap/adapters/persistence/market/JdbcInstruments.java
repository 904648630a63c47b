package io.quantumleap.adapters.persistence.market;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.Sql;
import io.quantumleap.adapters.persistence.SqlState;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.calendar.Mic;
import io.quantumleap.core.market.reference.DescribedInstrument;
import io.quantumleap.core.market.reference.Figi;
import io.quantumleap.core.market.reference.InstrumentFilter;
import io.quantumleap.core.market.reference.InstrumentKind;
import io.quantumleap.core.market.reference.Isin;
import io.quantumleap.core.market.reference.ReferenceData;
import io.quantumleap.core.market.reference.port.Instruments;
import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.Currencies;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reference data in PostgreSQL, in the table that prices hang on. Safe for use by many threads. */
public final class JdbcInstruments implements Instruments {

    private static final String COLUMNS = "select symbol, currency, name, kind, isin, figi, exchange, version,"
            + " first_date, last_date, price_count from instrument";

    private static final String SAVE = "insert into instrument"
            + " (symbol, currency, name, kind, isin, figi, exchange, version, price_count)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, 0) on conflict (symbol) do update set"
            + " currency = excluded.currency, name = excluded.name, kind = excluded.kind, isin = excluded.isin,"
            + " figi = excluded.figi, exchange = excluded.exchange, version = excluded.version, changed_at = now()";

    private final Sql sql;
    private final PriceChanges changes;

    /** Works inside the units of this work. */
    public JdbcInstruments(JpaUnitOfWork work) {
        this.sql = new Sql(work);
        this.changes = new PriceChanges(sql);
    }

    @Override
    public CursorPage<DescribedInstrument> page(InstrumentFilter filter, PageRequest request) {
        List<String> conditions = new ArrayList<>();
        List<String> values = new ArrayList<>();
        add(conditions, values, "isin = ?", filter.isin().map(Isin::value));
        add(conditions, values, "figi = ?", filter.figi().map(Figi::value));
        add(conditions, values, "kind = ?", filter.kind().map(InstrumentKind::code));
        filter.text().ifPresent(text -> {
            conditions.add("(position(upper(?) in symbol) > 0 or position(lower(?) in lower(name)) > 0)");
            values.add(text);
            values.add(text);
        });
        add(conditions, values, "symbol > ?", request.after().map(Symbol::new).map(Symbol::value));
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        List<DescribedInstrument> found = sql.query(
                COLUMNS + where + " order by symbol limit ?",
                statement -> {
                    int next = 1;
                    for (String value : values) {
                        statement.setString(next++, value);
                    }
                    statement.setInt(next, request.limit() + 1);
                },
                JdbcInstruments::read);
        if (found.size() <= request.limit()) {
            return new CursorPage<>(found, null);
        }
        List<DescribedInstrument> page = found.subList(0, request.limit());
        return new CursorPage<>(
                page, page.get(page.size() - 1).reference().symbol().value());
    }

    private static void add(List<String> conditions, List<String> values, String condition, Optional<String> value) {
        value.ifPresent(given -> {
            conditions.add(condition);
            values.add(given);
        });
    }

    @Override
    public Optional<DescribedInstrument> find(Symbol symbol) {
        return sql
                .query(
                        COLUMNS + " where symbol = ?",
                        statement -> statement.setString(1, symbol.value()),
                        JdbcInstruments::read)
                .stream()
                .findFirst();
    }

    @Override
    public Map<Symbol, ReferenceData> find(Collection<Symbol> symbols) {
        return bySymbol(sql.query(
                COLUMNS + " where symbol = any(?)",
                statement -> Sql.setSymbols(statement, 1, symbols),
                JdbcInstruments::read));
    }

    @Override
    public Map<Symbol, ReferenceData> hold() {
        changes.hold();
        return bySymbol(sql.query(COLUMNS, statement -> {}, JdbcInstruments::read));
    }

    private static Map<Symbol, ReferenceData> bySymbol(List<DescribedInstrument> found) {
        Map<Symbol, ReferenceData> all = new HashMap<>();
        found.forEach(one -> all.put(one.reference().symbol(), one.reference()));
        return all;
    }

    private static List<DescribedInstrument> read(ResultSet rows) throws SQLException {
        List<DescribedInstrument> found = new ArrayList<>();
        while (rows.next()) {
            found.add(new DescribedInstrument(
                    new ReferenceData(
                            new Symbol(rows.getString(1)),
                            Currencies.parse(rows.getString(2)),
                            rows.getString(3),
                            InstrumentKind.parse(rows.getString(4)),
                            part(rows, 5, Isin::new),
                            part(rows, 6, Figi::new),
                            part(rows, 7, Mic::new),
                            rows.getLong(8)),
                    rows.getObject(9, LocalDate.class),
                    rows.getObject(10, LocalDate.class),
                    rows.getInt(11)));
        }
        return found;
    }

    private static <T> @Nullable T part(ResultSet rows, int column, Function<String, T> form) throws SQLException {
        String text = rows.getString(column);
        return text == null ? null : form.apply(text);
    }

    @Override
    public void save(Collection<ReferenceData> changed) {
        List<Symbol> moved = withOtherTradingDays(changed);
        try {
            sql.batch(SAVE, changed, JdbcInstruments::set);
        } catch (RuntimeException failure) {
            if (SqlState.isUniqueViolation(failure)) {
                throw new ConflictException(
                        "Another instrument has the same FIGI, or the same ISIN at the same exchange.");
            }
            throw failure;
        }
        if (!moved.isEmpty()) {
            changes.ofTradingDays(moved);
        }
    }

    private List<Symbol> withOtherTradingDays(Collection<ReferenceData> changed) {
        Map<Symbol, ReferenceData> known =
                find(changed.stream().map(ReferenceData::symbol).toList());
        return changed.stream()
                .filter(one -> !one.calendar()
                        .equals(Optional.ofNullable(known.get(one.symbol())).flatMap(ReferenceData::calendar)))
                .map(ReferenceData::symbol)
                .toList();
    }

    private static void set(PreparedStatement statement, ReferenceData one) throws SQLException {
        statement.setString(1, one.symbol().value());
        statement.setString(2, one.currency().getCurrencyCode());
        statement.setString(3, one.name());
        statement.setString(4, one.kind().code());
        statement.setString(5, one.isin().map(Isin::value).orElse(null));
        statement.setString(6, one.figi().map(Figi::value).orElse(null));
        statement.setString(7, one.exchange().map(Mic::value).orElse(null));
        statement.setLong(8, one.version());
    }
}
