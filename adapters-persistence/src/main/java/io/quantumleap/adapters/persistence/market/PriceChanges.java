package io.quantumleap.adapters.persistence.market;

import io.quantumleap.adapters.persistence.Sql;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.calendar.CalendarCode;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Grows the revision of the prices and notes for each instrument the first day that a change touches, so that what was computed from
 * prices is computed again from there. Trading days settle which prices are stale, and so count like prices. Everything happens in the
 * unit of work of the change; the row of price_revision is locked until it ends. Safe for use by many threads.
 */
final class PriceChanges {

    private static final String NOTE = "insert into price_change (instrument_id, revision, first_date)"
            + " select i.id, r.revision, ? from instrument i, price_revision r where i.symbol = ?";

    private static final String NOTE_CALENDAR = "insert into price_change (instrument_id, revision, first_date)"
            + " select i.id, r.revision, ? from instrument i, price_revision r"
            + " where case when i.kind = 'currency_pair' then '" + CalendarCode.TARGET + "' else i.exchange end = ?";

    private static final String NOTE_WHOLE = "insert into price_change (instrument_id, revision, first_date)"
            + " select i.id, r.revision, '-infinity' from instrument i, price_revision r where i.symbol = any(?)";

    private static final String NOTED =
            "insert into noted_price_revision (revision) select revision from price_revision";

    /** What was computed so many changes of prices ago is computed again from the beginning. */
    private static final String FORGET_OLD_NOTES = "with old as (delete from noted_price_revision"
            + " where revision <= (select revision - 1000 from price_revision) returning revision)"
            + " delete from price_change where revision in (select revision from old)";

    private final Sql sql;

    PriceChanges(Sql sql) {
        this.sql = sql;
    }

    /** Keeps everybody else from changing prices or trading days until the unit of work ends. */
    void hold() {
        sql.query("select revision from price_revision for update", statement -> {}, ResultSet::next);
    }

    /** Prices have changed, each instrument's from a day on. */
    void ofPrices(Map<Symbol, LocalDate> first) {
        grow();
        sql.batch(NOTE, first.entrySet(), (statement, change) -> {
            statement.setObject(1, change.getValue());
            statement.setString(2, change.getKey().value());
        });
        noted();
    }

    /** The trading days of calendars have changed, each one's from a day on. */
    void ofCalendars(Map<CalendarCode, LocalDate> first) {
        grow();
        sql.batch(NOTE_CALENDAR, first.entrySet(), (statement, change) -> {
            statement.setObject(1, change.getValue());
            statement.setString(2, change.getKey().value());
        });
        noted();
    }

    /** Instruments go by other trading days than before. */
    void ofTradingDays(Collection<Symbol> symbols) {
        grow();
        sql.batch(NOTE_WHOLE, List.of(symbols), (statement, all) -> Sql.setSymbols(statement, 1, all));
        noted();
    }

    private void grow() {
        sql.execute("update price_revision set revision = revision + 1");
    }

    private void noted() {
        sql.execute(NOTED);
        sql.execute(FORGET_OLD_NOTES);
    }
}
