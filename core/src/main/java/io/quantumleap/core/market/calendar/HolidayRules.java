package io.quantumleap.core.market.calendar;

import java.util.List;

/** The holidays of a market by rule. */
interface HolidayRules {

    /** No holiday at all. */
    HolidayRules NONE = year -> List.of();

    /** The holidays and early closes that are kept in a year, weekends left aside. */
    List<CalendarDay> of(int year);
}
