package io.quantumleap.adapters.persistence.market;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.Sql;
import io.quantumleap.core.market.calendar.CalendarCode;
import io.quantumleap.core.market.calendar.CalendarDay;
import io.quantumleap.core.market.calendar.DayStatus;
import io.quantumleap.core.market.calendar.port.CalendarExceptions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The operator's calendar days in PostgreSQL. Safe for use by many threads. */
public final class JdbcCalendarExceptions implements CalendarExceptions {

    private static final String OF =
            "select calendar, date, status, name from calendar_day where calendar = any(?) order by calendar, date";

    private static final String SAVE = "insert into calendar_day (calendar, date, status, name) values (?, ?, ?, ?)"
            + " on conflict (calendar, date) do update set status = excluded.status, name = excluded.name,"
            + " recorded_at = now()";

    private final Sql sql;
    private final PriceChanges changes;

    /** Works inside the units of this work. */
    public JdbcCalendarExceptions(JpaUnitOfWork work) {
        this.sql = new Sql(work);
        this.changes = new PriceChanges(sql);
    }

    @Override
    public Map<CalendarCode, List<CalendarDay>> of(Collection<CalendarCode> codes) {
        return sql.query(
                OF, statement -> Sql.setTexts(statement, 1, codes, CalendarCode::value), JdbcCalendarExceptions::read);
    }

    private static Map<CalendarCode, List<CalendarDay>> read(ResultSet rows) throws SQLException {
        Map<CalendarCode, List<CalendarDay>> found = new TreeMap<>();
        while (rows.next()) {
            found.computeIfAbsent(new CalendarCode(rows.getString(1)), none -> new ArrayList<>())
                    .add(new CalendarDay(
                            rows.getObject(2, LocalDate.class), DayStatus.parse(rows.getString(3)), rows.getString(4)));
        }
        return found;
    }

    @Override
    public List<CalendarCode> codes() {
        return sql.query("select distinct calendar from calendar_day order by calendar", statement -> {}, rows -> {
            List<CalendarCode> codes = new ArrayList<>();
            while (rows.next()) {
                codes.add(new CalendarCode(rows.getString(1)));
            }
            return codes;
        });
    }

    private record Row(CalendarCode code, CalendarDay day) {}

    @Override
    public int save(Map<CalendarCode, List<CalendarDay>> days) {
        changes.hold();
        Map<CalendarCode, List<CalendarDay>> known = of(days.keySet());
        List<Row> changed = new ArrayList<>();
        days.forEach((code, wanted) -> {
            Set<CalendarDay> there = new HashSet<>(known.getOrDefault(code, List.of()));
            wanted.stream().filter(day -> !there.contains(day)).forEach(day -> changed.add(new Row(code, day)));
        });
        sql.batch(SAVE, changed, (statement, row) -> {
            statement.setString(1, row.code().value());
            statement.setObject(2, row.day().date());
            statement.setString(3, row.day().status().code());
            statement.setString(4, row.day().name());
        });
        if (!changed.isEmpty()) {
            Map<CalendarCode, LocalDate> first = new HashMap<>();
            changed.forEach(row ->
                    first.merge(row.code(), row.day().date(), (one, other) -> one.isBefore(other) ? one : other));
            changes.ofCalendars(first);
        }
        return changed.size();
    }
}
