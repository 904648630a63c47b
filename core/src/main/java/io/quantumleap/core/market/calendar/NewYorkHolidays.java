package io.quantumleap.core.market.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * The holidays of the New York Stock Exchange and of Nasdaq, by NYSE Rule 7.2 and the exchange's published holiday lists:
 * a holiday on a Saturday is kept on Friday and one on a Sunday on Monday, but for New Year's Day on a Saturday, which is not
 * kept at all. Presidential elections were a holiday until 1980. Right from 1971 on; closings for mourning, storms and attacks
 * since 1985 are listed one by one. Early closes are those of the rule that holds since 2013.
 */
final class NewYorkHolidays implements HolidayRules {

    private static final List<CalendarDay> ONCE = List.of(
            CalendarDay.closed(LocalDate.of(1985, 9, 27), "Hurricane Gloria"),
            CalendarDay.closed(LocalDate.of(1994, 4, 27), "Mourning for President Nixon"),
            CalendarDay.closed(LocalDate.of(2001, 9, 11), "Attacks of 11 September"),
            CalendarDay.closed(LocalDate.of(2001, 9, 12), "Attacks of 11 September"),
            CalendarDay.closed(LocalDate.of(2001, 9, 13), "Attacks of 11 September"),
            CalendarDay.closed(LocalDate.of(2001, 9, 14), "Attacks of 11 September"),
            CalendarDay.closed(LocalDate.of(2004, 6, 11), "Mourning for President Reagan"),
            CalendarDay.closed(LocalDate.of(2007, 1, 2), "Mourning for President Ford"),
            CalendarDay.closed(LocalDate.of(2012, 10, 29), "Hurricane Sandy"),
            CalendarDay.closed(LocalDate.of(2012, 10, 30), "Hurricane Sandy"),
            CalendarDay.closed(LocalDate.of(2018, 12, 5), "Mourning for President Bush"),
            CalendarDay.closed(LocalDate.of(2025, 1, 9), "Mourning for President Carter"));

    private static final int LAST_YEAR_OF_ELECTION_DAY = 1980;
    private static final int FIRST_YEAR_OF_MARTIN_LUTHER_KING_DAY = 1998;
    private static final int FIRST_YEAR_OF_JUNETEENTH = 2022;
    private static final int FIRST_YEAR_OF_EARLY_CLOSES = 2013;

    @Override
    public List<CalendarDay> of(int year) {
        List<CalendarDay> days = new ArrayList<>();
        LocalDate newYear = LocalDate.of(year, 1, 1);
        if (newYear.getDayOfWeek() != SATURDAY) {
            days.add(CalendarDay.closed(kept(newYear), "New Year's Day"));
        }
        if (year >= FIRST_YEAR_OF_MARTIN_LUTHER_KING_DAY) {
            days.add(CalendarDay.closed(nth(3, MONDAY, year, Month.JANUARY), "Martin Luther King, Jr. Day"));
        }
        days.add(CalendarDay.closed(nth(3, MONDAY, year, Month.FEBRUARY), "Washington's Birthday"));
        days.add(CalendarDay.closed(Easter.sunday(year).minusDays(2), "Good Friday"));
        days.add(CalendarDay.closed(nth(-1, MONDAY, year, Month.MAY), "Memorial Day"));
        if (year >= FIRST_YEAR_OF_JUNETEENTH) {
            days.add(CalendarDay.closed(kept(LocalDate.of(year, 6, 19)), "Juneteenth"));
        }
        days.add(CalendarDay.closed(kept(LocalDate.of(year, 7, 4)), "Independence Day"));
        days.add(CalendarDay.closed(nth(1, MONDAY, year, Month.SEPTEMBER), "Labor Day"));
        if (year <= LAST_YEAR_OF_ELECTION_DAY && Year.isLeap(year)) {
            days.add(CalendarDay.closed(nth(1, MONDAY, year, Month.NOVEMBER).plusDays(1), "Election Day"));
        }
        LocalDate thanksgiving = nth(4, THURSDAY, year, Month.NOVEMBER);
        days.add(CalendarDay.closed(thanksgiving, "Thanksgiving Day"));
        days.add(CalendarDay.closed(kept(LocalDate.of(year, 12, 25)), "Christmas Day"));
        ONCE.stream().filter(day -> day.date().getYear() == year).forEach(days::add);
        if (year >= FIRST_YEAR_OF_EARLY_CLOSES) {
            days.add(CalendarDay.earlyClose(thanksgiving.plusDays(1), "Day after Thanksgiving"));
            addEve(days, LocalDate.of(year, 7, 3), "Day before Independence Day");
            addEve(days, LocalDate.of(year, 12, 24), "Christmas Eve");
        }
        return days;
    }

    /** The day before a holiday ends early, unless it is a Friday (then the holiday itself is kept on it) or a weekend. */
    private static void addEve(List<CalendarDay> days, LocalDate eve, String name) {
        if (eve.getDayOfWeek().getValue() <= THURSDAY.getValue()) {
            days.add(CalendarDay.earlyClose(eve, name));
        }
    }

    private static LocalDate kept(LocalDate holiday) {
        DayOfWeek day = holiday.getDayOfWeek();
        return day == SATURDAY ? holiday.minusDays(1) : day == SUNDAY ? holiday.plusDays(1) : holiday;
    }

    private static LocalDate nth(int ordinal, DayOfWeek day, int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day));
    }
}
