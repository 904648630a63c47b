package io.quantumleap.chat.grounding;

import java.time.LocalDate;

/**
 * As much of a date as a text states; a part that it leaves open is 0.
 *
 * @param year the year, or 0
 * @param month the month, or 0
 * @param day the day of the month, or 0
 */
public record PartialDate(int year, int month, int day) {

    static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** Whether a date, or part of one, agrees with every part that this one states. */
    boolean isStatedBy(PartialDate fact) {
        return (year == 0 || year == fact.year) && (month == 0 || month == fact.month) && (day == 0 || day == fact.day);
    }
}
