package io.quantumleap.chat.analyst;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Calendar units. */
enum TimeUnit {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** Reads "month", "months", "m" and the like. */
    static TimeUnit named(String word) {
        return switch (word.charAt(0)) {
            case 'd' -> DAY;
            case 'w' -> WEEK;
            case 'm' -> MONTH;
            case 'q' -> QUARTER;
            default -> YEAR;
        };
    }

    LocalDate minus(LocalDate date, int count) {
        return switch (this) {
            case DAY -> date.minusDays(count);
            case WEEK -> date.minusWeeks(count);
            case MONTH -> date.minusMonths(count);
            case QUARTER -> date.minusMonths(3L * count);
            case YEAR -> date.minusYears(count);
        };
    }

    /** The first day of the unit that the date lies in. */
    LocalDate startOf(LocalDate date) {
        return switch (this) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER -> date.withDayOfMonth(1).minusMonths((date.getMonthValue() - 1) % 3);
            case YEAR -> date.withDayOfYear(1);
        };
    }
}
