package io.quantumleap.core.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradingCalendarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016-01-02", // a Saturday
                "2016-01-01",
                "2022-12-26", // Christmas Day 2022 is a Sunday
                "2021-12-31", // New Year's Day 2022 is a Saturday
                "2024-01-15", // third Monday of January
                "2024-02-19", // third Monday of February
                "2024-05-27", // last Monday of May
                "2024-06-19",
                "2020-07-03", // the fourth is a Saturday
                "2024-09-02", // first Monday of September
                "2024-11-28" // fourth Thursday of November
            })
    void restsOnWeekendsAndHolidays(LocalDate date) {
        assertThat(TradingCalendar.isTradingDay(date)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016-01-04", "2020-12-31", "2024-05-28", "2024-07-05", "2025-12-31"})
    void tradesOnOtherDays(LocalDate date) {
        assertThat(TradingCalendar.isTradingDay(date)).isTrue();
    }

    @Test
    void hasAbout252DaysAYear() {
        var days = TradingCalendar.between(SyntheticMarket.FIRST_DAY, SyntheticMarket.LAST_DAY);
        assertThat(days).hasSize(2519).startsWith(SyntheticMarket.FIRST_DAY).endsWith(SyntheticMarket.LAST_DAY);
        assertThat(days).isSorted().doesNotHaveDuplicates();
        assertThat(days).extracting(LocalDate::getDayOfWeek).doesNotContain(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }
}
