package io.quantumleap.adapters.persistence.market;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.Parameters;
import io.quantumleap.adapters.persistence.Sql;
import io.quantumleap.core.market.Instrument;
import io.quantumleap.core.market.PriceBar;
import io.quantumleap.core.market.PriceOrigin;
import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.market.Quote;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.port.PriceBatch;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.shared.Currencies;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.PageRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prices in PostgreSQL, over JDBC: written by COPY, read a series at a time. Safe for use by many threads. */
public final class JdbcPriceHistory implements PriceHistory {

    private static final String INSTRUMENTS =
            "select symbol, currency, first_date, last_date, price_count from instrument where price_count > 0";

    private static final String BARS = "select p.date, p.close, p.open, p.high, p.low, p.volume"
            + " from instrument i join price p on p.instrument_id = i.id"
            + " where i.symbol = ? and p.date between ? and ? order by p.date";

    private static final String ORIGIN = "select p.source from instrument i join price p on p.instrument_id = i.id"
            + " where i.symbol = ? and p.date = ?";

    /** Each "offset 0" keeps the planner from merging the parts, which would read every price there is. */
    static final String SERIES = "select i.symbol, i.currency, p.date, p.close from instrument i cross join lateral"
            + " (select max(b.date) as date from price b where b.instrument_id = i.id and b.date < ? offset 0) before"
            + " cross join lateral (select s.date, s.close from price s where s.instrument_id = i.id"
            + " and s.date between coalesce(before.date, ?) and ? offset 0) p"
            + " where i.symbol = any(?) order by i.symbol, p.date";

    static final String LATEST = "select i.symbol, i.currency, l.date, l.close from instrument i"
            + " cross join lateral (select p.date, p.close from price p where p.instrument_id = i.id and p.date <= ?"
            + " order by p.date desc limit 1) l where i.symbol = any(?)";

    /** When not every revision has its changes noted, anything may have changed. */
    private static final String FIRST_CHANGE = "select case when (select revision from price_revision) - ? >"
            + " (select count(*) from noted_price_revision where revision > ?) then date '-infinity' else"
            + " (select min(c.first_date) from price_change c join instrument i on i.id = c.instrument_id"
            + " where i.symbol = any(?) and c.revision > ?) end";

    private final JpaUnitOfWork work;
    private final Sql sql;

    /** Works inside the units of this work. */
    public JdbcPriceHistory(JpaUnitOfWork work) {
        this.work = work;
        this.sql = new Sql(work);
    }

    @Override
    public long revision() {
        return sql.query("select revision from price_revision", statement -> {}, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    @Override
    public CursorPage<Instrument> instruments(PageRequest request) {
        Optional<Symbol> after = request.after().map(Symbol::new);
        List<Instrument> found = instruments(
                INSTRUMENTS + (after.isPresent() ? " and symbol > ?" : "") + " order by symbol limit ?", statement -> {
                    int next = 1;
                    if (after.isPresent()) {
                        statement.setString(next++, after.get().value());
                    }
                    statement.setInt(next, request.limit() + 1);
                });
        if (found.size() <= request.limit()) {
            return new CursorPage<>(found, null);
        }
        List<Instrument> page = found.subList(0, request.limit());
        return new CursorPage<>(page, page.get(page.size() - 1).symbol().value());
    }

    @Override
    public Optional<Instrument> instrument(Symbol symbol) {
        return instruments(INSTRUMENTS + " and symbol = ?", statement -> statement.setString(1, symbol.value()))
                .stream()
                .findFirst();
    }

    private List<Instrument> instruments(String question, Parameters parameters) {
        return sql.query(question, parameters, rows -> {
            List<Instrument> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new Instrument(
                        new Symbol(rows.getString(1)),
                        Currencies.parse(rows.getString(2)),
                        rows.getObject(3, LocalDate.class),
                        rows.getObject(4, LocalDate.class),
                        rows.getInt(5)));
            }
            return found;
        });
    }

    @Override
    public Map<Symbol, Currency> currencies() {
        return sql.query("select symbol, currency from instrument", statement -> {}, rows -> {
            Map<Symbol, Currency> found = new HashMap<>();
            while (rows.next()) {
                found.put(new Symbol(rows.getString(1)), Currencies.parse(rows.getString(2)));
            }
            return found;
        });
    }

    @Override
    public Optional<Currency> currency(Symbol symbol) {
        return sql.query(
                "select currency from instrument where symbol = ?",
                statement -> statement.setString(1, symbol.value()),
                rows -> rows.next() ? Optional.of(Currencies.parse(rows.getString(1))) : Optional.empty());
    }

    @Override
    public Map<Symbol, PriceSeries> series(Collection<Symbol> symbols, LocalDate from, LocalDate to) {
        return sql.query(
                SERIES,
                statement -> {
                    statement.setObject(1, from);
                    statement.setObject(2, from);
                    statement.setObject(3, to);
                    Sql.setSymbols(statement, 4, symbols);
                },
                SeriesRows::read);
    }

    @Override
    public Map<Symbol, Quote> latest(Collection<Symbol> symbols, LocalDate onOrBefore) {
        return sql.query(
                LATEST,
                statement -> {
                    statement.setObject(1, onOrBefore);
                    Sql.setSymbols(statement, 2, symbols);
                },
                rows -> {
                    Map<Symbol, Quote> found = new HashMap<>();
                    while (rows.next()) {
                        Symbol symbol = new Symbol(rows.getString(1));
                        Money close = new Money(rows.getBigDecimal(4), Currencies.parse(rows.getString(2)));
                        found.put(symbol, new Quote(symbol, rows.getObject(3, LocalDate.class), close));
                    }
                    return found;
                });
    }

    @Override
    public Optional<LocalDate> firstChange(Collection<Symbol> symbols, long after) {
        return sql.query(
                FIRST_CHANGE,
                statement -> {
                    statement.setLong(1, after);
                    statement.setLong(2, after);
                    Sql.setSymbols(statement, 3, symbols);
                    statement.setLong(4, after);
                },
                rows -> {
                    rows.next();
                    return Optional.ofNullable(rows.getObject(1, LocalDate.class));
                });
    }

    @Override
    public List<PriceBar> bars(Symbol symbol, LocalDate from, LocalDate to) {
        return sql.query(
                BARS,
                statement -> {
                    statement.setString(1, symbol.value());
                    statement.setObject(2, from);
                    statement.setObject(3, to);
                },
                rows -> {
                    List<PriceBar> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(new PriceBar(
                                rows.getObject(1, LocalDate.class),
                                rows.getBigDecimal(2),
                                rows.getBigDecimal(3),
                                rows.getBigDecimal(4),
                                rows.getBigDecimal(5),
                                rows.getBigDecimal(6)));
                    }
                    return found;
                });
    }

    @Override
    public Optional<PriceOrigin> origin(Symbol symbol, LocalDate date) {
        return sql.query(
                ORIGIN,
                statement -> {
                    statement.setString(1, symbol.value());
                    statement.setObject(2, date);
                },
                rows -> rows.next() ? Optional.of(new PriceOrigin(rows.getString(1))) : Optional.empty());
    }

    @Override
    public PriceBatch open(PriceOrigin origin) {
        JdbcPriceBatch batch = new JdbcPriceBatch(work, origin);
        batch.begin();
        return batch;
    }
}
