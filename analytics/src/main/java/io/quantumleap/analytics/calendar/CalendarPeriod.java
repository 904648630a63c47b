package io.quantumleap.analytics.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The periods that returns are compounded into. */
public enum CalendarPeriod {
    /** Monday to Sunday (ISO 8601). */
    WEEK {
        @Override
        public LocalDate firstDay(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        @Override
        public LocalDate next(LocalDate firstDay) {
            return firstDay.plusWeeks(1);
        }
    },
    /** A calendar month. */
    MONTH {
        @Override
        public LocalDate firstDay(LocalDate day) {
            return day.withDayOfMonth(1);
        }

        @Override
        public LocalDate next(LocalDate firstDay) {
            return firstDay.plusMonths(1);
        }
    },
    /** A calendar quarter. */
    QUARTER {
        @Override
        public LocalDate firstDay(LocalDate day) {
            return LocalDate.of(day.getYear(), day.getMonth().firstMonthOfQuarter(), 1);
        }

        @Override
        public LocalDate next(LocalDate firstDay) {
            return firstDay.plusMonths(3);
        }
    },
    /** A calendar year. */
    YEAR {
        @Override
        public LocalDate firstDay(LocalDate day) {
            return day.withDayOfYear(1);
        }

        @Override
        public LocalDate next(LocalDate firstDay) {
            return firstDay.plusYears(1);
        }
    };

    /** The first day of the period that a day lies in. */
    public abstract LocalDate firstDay(LocalDate day);

    /** The first day of the period after the one that starts with this day. */
    public abstract LocalDate next(LocalDate firstDay);
}
