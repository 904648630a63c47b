package io.quantumleap.core.market.calendar.port;

import io.quantumleap.core.market.calendar.CalendarCode;
import io.quantumleap.core.market.calendar.CalendarDay;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Keeps the days on which a market does something else than its rules say. Safe for use by many threads. */
public interface CalendarExceptions {

    /** Those of each of the calendars, in date order, read in one go; a calendar without any may be left out. */
    Map<CalendarCode, List<CalendarDay>> of(Collection<CalendarCode> codes);

    /** Which calendars have any. */
    List<CalendarCode> codes();

    /**
     * Adds those that are not there and replaces those that are. The prices of the instruments that trade by such a calendar count as
     * changed from the first day on that says something new, since they may have become stale or fresh.
     *
     * @return how many of them said something new
     */
    int save(Map<CalendarCode, List<CalendarDay>> days);
}
