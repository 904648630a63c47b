package io.quantumleap.core.market.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradingCalendarTest {

    private static TradingCalendar calendar(String code, CalendarDay... exceptions) {
        return new TradingCalendar(new CalendarCode(code), List.of(exceptions));
    }

    private static List<String> closed(String code, int year) {
        return calendar(code).specialDays(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
                .filter(day -> day.status() == DayStatus.CLOSED)
                .map(day -> day.date().toString().substring(5))
                .toList();
    }

    /** From the table in the Book of Common Prayer, and the earliest and latest dates there can be. */
    @ParameterizedTest
    @CsvSource({
        "1961, 1961-04-02", "1818, 1818-03-22", "1943, 1943-04-25", "2000, 2000-04-23",
        "2008, 2008-03-23", "2019, 2019-04-21", "2024, 2024-03-31", "2025, 2025-04-20",
        "2038, 2038-04-25", "2285, 2285-03-22"
    })
    void findsEaster(int year, LocalDate sunday) {
        assertThat(Easter.sunday(year)).isEqualTo(sunday);
    }

    /** The exchange's published lists. */
    @Test
    void keepsTheHolidaysOfNewYork() {
        assertThat(closed("XNYS", 2020))
                .containsExactly("01-01", "01-20", "02-17", "04-10", "05-25", "07-03", "09-07", "11-26", "12-25");
        assertThat(closed("XNYS", 2021))
                .containsExactly("01-01", "01-18", "02-15", "04-02", "05-31", "07-05", "09-06", "11-25", "12-24");
        assertThat(closed("XNYS", 2022))
                .as("New Year's Day on a Saturday is not kept")
                .containsExactly("01-17", "02-21", "04-15", "05-30", "06-20", "07-04", "09-05", "11-24", "12-26");
        assertThat(closed("XNAS", 2025))
                .containsExactly(
                        "01-01", "01-09", "01-20", "02-17", "04-18", "05-26", "06-19", "07-04", "09-01", "11-27",
                        "12-25");
    }

    /** Closed on the Tuesdays of Nixon's, Carter's and Reagan's elections, and no longer in 1984. */
    @Test
    void keptElectionDayInNewYorkUntil1980() {
        assertThat(Stream.of("1972-11-07", "1976-11-02", "1980-11-04")
                        .map(LocalDate::parse)
                        .noneMatch(calendar("XNYS")::isTradingDay))
                .isTrue();
        assertThat(calendar("XNYS").isTradingDay(LocalDate.of(1984, 11, 6))).isTrue();
        assertThat(calendar("XNYS").isTradingDay(LocalDate.of(1978, 11, 7))).isTrue();
    }

    @Test
    void endsEarlyInNewYorkOnTheEvesOfHolidays() {
        assertThat(calendar("XNYS").specialDays(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)).stream()
                        .filter(day -> day.status() == DayStatus.EARLY_CLOSE)
                        .map(CalendarDay::date))
                .containsExactly(LocalDate.of(2024, 7, 3), LocalDate.of(2024, 11, 29), LocalDate.of(2024, 12, 24));
        assertThat(calendar("XNYS").isTradingDay(LocalDate.of(2024, 12, 24))).isTrue();
    }

    @Test
    void keepsTheHolidaysOfXetra() {
        assertThat(closed("XETR", 2017))
                .containsExactly("04-14", "04-17", "05-01", "06-05", "10-03", "10-31", "12-25", "12-26");
        assertThat(closed("XETR", 2024))
                .containsExactly("01-01", "03-29", "04-01", "05-01", "12-24", "12-25", "12-26", "12-31");
    }

    @Test
    void keepsTheClosingDaysOfTarget() {
        assertThat(closed("TARGET", 2024)).containsExactly("01-01", "03-29", "04-01", "05-01", "12-25", "12-26");
        assertThat(closed("TARGET", 2001)).contains("12-31");
    }

    /** 252 is the rule of thumb; a year has 249 to 254. */
    @ParameterizedTest
    @ValueSource(strings = {"XNYS", "XETR", "TARGET"})
    void hasAsManyTradingDaysAsYearsHave(String code) {
        for (int year = 1975; year <= 2100; year++) {
            int days = calendar(code).tradingDaysAfter(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31));
            assertThat(days).as("%s in %s", code, year).isBetween(246, 262);
        }
    }

    @Test
    void knowsNoHolidayOfAnUnknownExchange() {
        assertThat(closed("XXXX", 2024)).isEmpty();
        assertThat(calendar("XXXX").isTradingDay(LocalDate.of(2024, 12, 25))).isTrue();
        assertThat(calendar("XXXX").isTradingDay(LocalDate.of(2024, 12, 28))).isFalse();
    }

    @Test
    void putsTheOperatorsDaysBeforeTheRules() {
        LocalDate saturday = LocalDate.of(2024, 12, 28);
        LocalDate christmas = LocalDate.of(2024, 12, 25);
        TradingCalendar calendar = calendar(
                "XNYS",
                new CalendarDay(saturday, DayStatus.OPEN, "Test session"),
                new CalendarDay(christmas, DayStatus.OPEN, "Open after all"),
                new CalendarDay(LocalDate.of(2024, 12, 27), DayStatus.CLOSED, "Storm"));

        assertThat(Stream.of(saturday, christmas).allMatch(calendar::isTradingDay))
                .isTrue();
        assertThat(calendar.isTradingDay(LocalDate.of(2024, 12, 27))).isFalse();
        assertThat(calendar.basis()).contains("imported");
    }

    @Test
    void countsTradingDaysAndNotDays() {
        TradingCalendar calendar = calendar("XNYS");
        LocalDate tuesday = LocalDate.of(2024, 12, 24);

        assertThat(calendar.tradingDaysAfter(tuesday, LocalDate.of(2024, 12, 30)))
                .isEqualTo(3);
        assertThat(calendar.isOlderThan(3, tuesday, LocalDate.of(2024, 12, 30))).isFalse();
        assertThat(calendar.isOlderThan(2, tuesday, LocalDate.of(2024, 12, 30))).isTrue();
    }
}
