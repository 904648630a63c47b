package io.quantumleap.adapters.persistence.market;

import io.quantumleap.adapters.persistence.Parameters;
import io.quantumleap.adapters.persistence.Sql;
import io.quantumleap.core.market.PriceOrigin;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.port.PriceBatch;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Merges the prices that a {@link JdbcPriceBatch} has put into incoming_price and incoming_instrument, with a few statements however
 * many they are. Made for one batch.
 */
final class PriceMerge {

    /** Rows of one day that do not contradict each other become one; called only when there may be any. */
    private static final String JOIN_ROWS = "create temporary table joined_price on commit drop as"
            + " select min(line) as line, instrument, date, max(close) as close, max(open) as open, max(high) as high,"
            + " max(low) as low, max(volume) as volume from incoming_price group by instrument, date;"
            + " drop table incoming_price; alter table joined_price rename to incoming_price";

    private static final String ADD_INSTRUMENTS = "insert into instrument (symbol, currency, kind, price_count)"
            + " select symbol, currency,"
            + " case when symbol ~ '^[A-Z]{3}/[A-Z]{3}$' then 'currency_pair' else 'other' end, 0"
            + " from incoming_instrument order by symbol on conflict (symbol) do nothing;"
            + " update incoming_instrument n set id = i.id, is_new = i.price_count = 0"
            + " from instrument i where i.symbol = n.symbol; analyze incoming_instrument";

    private static final String CORRECT = "with corrected as ("
            + "update price p set close = n.close, open = coalesce(n.open, p.open), high = coalesce(n.high, p.high),"
            + " low = coalesce(n.low, p.low), volume = coalesce(n.volume, p.volume), source = ?"
            + " from incoming_price n join incoming_instrument i on i.number = n.instrument"
            + " where p.instrument_id = i.id and p.date = n.date and not i.is_new"
            + " and (p.close <> n.close or (p.open is distinct from n.open and n.open is not null)"
            + " or (p.high is distinct from n.high and n.high is not null)"
            + " or (p.low is distinct from n.low and n.low is not null)"
            + " or (p.volume is distinct from n.volume and n.volume is not null))"
            + " and (? or p.source = ?)"
            + " returning i.symbol, p.date) select symbol, count(*), min(date), max(date) from corrected group by symbol";

    private static final String ADD = "with added as ("
            + "insert into price (instrument_id, date, close, open, high, low, volume, source)"
            + " select i.id, n.date, n.close, n.open, n.high, n.low, n.volume, ?"
            + " from incoming_price n join incoming_instrument i on i.number = n.instrument"
            + " where %s"
            + " returning instrument_id, date)"
            + " select i.symbol, a.days, a.first_date, a.last_date from"
            + " (select instrument_id, count(*) as days, min(date) as first_date, max(date) as last_date"
            + " from added group by instrument_id) a join incoming_instrument i on i.id = a.instrument_id";

    private static final String ADD_TO_NEW = ADD.formatted("i.is_new");

    private static final String ADD_TO_KNOWN = ADD.formatted("not i.is_new and not exists"
            + " (select 1 from price p where p.instrument_id = i.id and p.date = n.date)");

    private static final String DESCRIBE = "update instrument set price_count = price_count + ?,"
            + " first_date = least(first_date, ?), last_date = greatest(last_date, ?) where symbol = ?";

    private final Sql sql;
    private final PriceOrigin origin;

    PriceMerge(Sql sql, PriceOrigin origin) {
        this.sql = sql;
        this.origin = origin;
    }

    /** What one instrument gained. */
    private record Gain(int days, LocalDate first, LocalDate last) {}

    /**
     * Stores them.
     *
     * @param joinRows whether rows of one day may have to become one
     */
    PriceBatch.Counts run(boolean joinRows) {
        if (joinRows) {
            sql.execute(JOIN_ROWS);
        }
        sql.execute(ADD_INSTRUMENTS);
        Map<Symbol, Gain> corrected = correct();
        Map<Symbol, Gain> added = add();
        describe(added);
        PriceBatch.Counts counts = new PriceBatch.Counts(days(added), days(corrected), since(added, corrected));
        if (!counts.isEmpty()) {
            new PriceChanges(sql).ofPrices(counts.changed());
        }
        return counts;
    }

    private Map<Symbol, Gain> correct() {
        return gains(CORRECT, statement -> {
            statement.setString(1, origin.name());
            statement.setBoolean(2, origin.equals(PriceOrigin.IMPORT));
            statement.setString(3, origin.name());
        });
    }

    private Map<Symbol, Gain> add() {
        Map<Symbol, Gain> added = gains(ADD_TO_KNOWN, statement -> statement.setString(1, origin.name()));
        added.putAll(gains(ADD_TO_NEW, statement -> statement.setString(1, origin.name())));
        return added;
    }

    private Map<Symbol, Gain> gains(String statement, Parameters parameters) {
        return sql.query(statement, parameters, rows -> {
            Map<Symbol, Gain> gains = new HashMap<>();
            while (rows.next()) {
                gains.put(
                        new Symbol(rows.getString(1)),
                        new Gain(
                                rows.getInt(2),
                                rows.getObject(3, LocalDate.class),
                                rows.getObject(4, LocalDate.class)));
            }
            return gains;
        });
    }

    private void describe(Map<Symbol, Gain> added) {
        sql.batch(DESCRIBE, added.entrySet(), (statement, one) -> {
            statement.setInt(1, one.getValue().days());
            statement.setObject(2, one.getValue().first());
            statement.setObject(3, one.getValue().last());
            statement.setString(4, one.getKey().value());
        });
    }

    private static int days(Map<Symbol, Gain> gains) {
        return gains.values().stream().mapToInt(Gain::days).sum();
    }

    private static Map<Symbol, LocalDate> since(Map<Symbol, Gain> added, Map<Symbol, Gain> corrected) {
        Map<Symbol, LocalDate> since = new HashMap<>();
        added.forEach((symbol, gain) -> since.put(symbol, gain.first()));
        corrected.forEach(
                (symbol, gain) -> since.merge(symbol, gain.first(), (one, other) -> one.isBefore(other) ? one : other));
        return since;
    }
}
