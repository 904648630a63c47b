package io.quantumleap.core.market.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The closing days of TARGET, the euro's payment system (T2 since 2023), by the decision of the European Central Bank of 14
 * December 2000, which holds since 2002; before it 31 December was kept in 1999 and 2001 as well, and only New Year's Day and
 * Christmas Day were closing days in 1999.
 */
final class TargetHolidays implements HolidayRules {

    @Override
    public List<CalendarDay> of(int year) {
        List<CalendarDay> days = new ArrayList<>();
        days.add(CalendarDay.closed(LocalDate.of(year, 1, 1), "New Year's Day"));
        if (year >= 2000) {
            LocalDate easter = Easter.sunday(year);
            days.add(CalendarDay.closed(easter.minusDays(2), "Good Friday"));
            days.add(CalendarDay.closed(easter.plusDays(1), "Easter Monday"));
            days.add(CalendarDay.closed(LocalDate.of(year, 5, 1), "Labour Day"));
            days.add(CalendarDay.closed(LocalDate.of(year, 12, 26), "26 December"));
        }
        days.add(CalendarDay.closed(LocalDate.of(year, 12, 25), "Christmas Day"));
        if (year == 1999 || year == 2001) {
            days.add(CalendarDay.closed(LocalDate.of(year, 12, 31), "31 December"));
        }
        return days;
    }
}
