package io.quantumleap.core.market.calendar;

import io.quantumleap.core.market.calendar.port.CalendarExceptions;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Shows the trading days of markets. Every signed-in user sees them. */
public final class ViewCalendars {

    private final CalendarExceptions exceptions;

    /** Works on this port. */
    public ViewCalendars(CalendarExceptions exceptions) {
        this.exceptions = Objects.requireNonNull(exceptions, "exceptions");
    }

    /** The calendars that have rules or imported days, in order of their names. */
    public List<CalendarCode> codes() {
        TreeSet<CalendarCode> codes = new TreeSet<>(KnownCalendars.codes());
        codes.addAll(exceptions.codes());
        return List.copyOf(codes);
    }

    /** The calendar of a market; one that nothing is known of trades from Monday to Friday. */
    public TradingCalendar view(CalendarCode code) {
        return new TradingCalendar(code, exceptions.of(List.of(code)).getOrDefault(code, List.of()));
    }
}
