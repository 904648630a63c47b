package io.quantumleap.core.market.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The holidays of Xetra, by Deutsche Börse's published trading calendars: none is moved when it falls on a weekend. Whit
 * Monday was kept in 2007 and from 2015 to 2021, the Day of German Unity from 2014 to 2021, Reformation Day in 2017. The last
 * trading day of a year ends early, since 2010. Right from 2002 on.
 */
final class XetraHolidays implements HolidayRules {

    @Override
    public List<CalendarDay> of(int year) {
        LocalDate easter = Easter.sunday(year);
        List<CalendarDay> days = new ArrayList<>();
        days.add(CalendarDay.closed(LocalDate.of(year, 1, 1), "New Year's Day"));
        days.add(CalendarDay.closed(easter.minusDays(2), "Good Friday"));
        days.add(CalendarDay.closed(easter.plusDays(1), "Easter Monday"));
        days.add(CalendarDay.closed(LocalDate.of(year, 5, 1), "Labour Day"));
        if (year == 2007 || (year >= 2015 && year <= 2021)) {
            days.add(CalendarDay.closed(easter.plusDays(50), "Whit Monday"));
        }
        if (year >= 2014 && year <= 2021) {
            days.add(CalendarDay.closed(LocalDate.of(year, 10, 3), "Day of German Unity"));
        }
        if (year == 2017) {
            days.add(CalendarDay.closed(LocalDate.of(year, 10, 31), "Reformation Day"));
        }
        days.add(CalendarDay.closed(LocalDate.of(year, 12, 24), "Christmas Eve"));
        days.add(CalendarDay.closed(LocalDate.of(year, 12, 25), "Christmas Day"));
        days.add(CalendarDay.closed(LocalDate.of(year, 12, 26), "Boxing Day"));
        days.add(CalendarDay.closed(LocalDate.of(year, 12, 31), "New Year's Eve"));
        if (year >= 2010) {
            days.add(CalendarDay.earlyClose(lastTradingDay(year), "Last trading day of the year"));
        }
        return days;
    }

    private static LocalDate lastTradingDay(int year) {
        LocalDate day = LocalDate.of(year, 12, 30);
        while (day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
            day = day.minusDays(1);
        }
        return day;
    }
}
