package io.quantumleap.core.market.calendar;

import io.quantumleap.core.market.calendar.port.CalendarExceptions;
import io.quantumleap.core.shared.FieldReader;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.RowErrors;
import io.quantumleap.core.shared.UnitOfWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Takes in a whole file of days on which markets do something else than their rules say, all of it or nothing. */
public final class ImportCalendars {

    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final int LONGEST_NAME = 100;

    private final CalendarExceptions exceptions;
    private final UnitOfWork work;

    /** Works on these ports. */
    public ImportCalendars(CalendarExceptions exceptions, UnitOfWork work) {
        this.exceptions = Objects.requireNonNull(exceptions, "exceptions");
        this.work = Objects.requireNonNull(work, "work");
    }

    /**
     * Stores every row; a day that is known is replaced.
     *
     * @param rows the rows in file order, read once
     */
    public CalendarImport importRows(Iterator<? extends CalendarRow> rows) {
        return work.run(() -> new OneFile().take(rows));
    }

    private final class OneFile {

        private final RowErrors.Collector errors = new RowErrors.Collector();
        private final FieldReader fields = new FieldReader(LATEST, error -> errors.add(RowError.at(atLine(), error)));
        private final Map<CalendarCode, List<CalendarDay>> days = new TreeMap<>();
        private final Set<String> seen = new HashSet<>();
        private int line;
        private int count;

        private int atLine() {
            return line;
        }

        CalendarImport take(Iterator<? extends CalendarRow> rows) {
            while (rows.hasNext()) {
                count++;
                CalendarRow row = rows.next();
                if (row instanceof CalendarRow.Unreadable unreadable) {
                    errors.add(unreadable.error());
                } else if (row instanceof CalendarRow.Cells cells) {
                    line = cells.line();
                    take(cells.fields());
                }
            }
            return errors.isEmpty()
                    ? new CalendarImport.Done(count, exceptions.save(days), days.size())
                    : new CalendarImport.Refused(errors.errors());
        }

        private void take(CalendarFields row) {
            Optional<CalendarCode> code = fields.require("calendar", row.calendar())
                    ? fields.value("calendar", row.calendar(), "invalid-calendar", CalendarCode::new)
                    : Optional.empty();
            Optional<LocalDate> date = fields.date("date", row.date());
            Optional<DayStatus> status = fields.require("status", row.status())
                    ? fields.value("status", row.status(), "unknown-status", DayStatus::parse)
                    : Optional.empty();
            String name = row.name().strip();
            boolean fit = name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
            if (!fit) {
                fields.refuse(
                        "name", "invalid-name", "A name has at most " + LONGEST_NAME + " characters on one line.");
            }
            if (code.isEmpty() || date.isEmpty() || status.isEmpty() || !fit) {
                return;
            }
            if (!seen.add(code.get() + " " + date.get())) {
                fields.refuse("date", "duplicate", "The file names " + date.get() + " of " + code.get() + " twice.");
                return;
            }
            days.computeIfAbsent(code.get(), none -> new ArrayList<>())
                    .add(new CalendarDay(date.get(), status.get(), name));
        }
    }
}
