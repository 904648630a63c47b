package io.quantumleap.chat.analyst;

import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/** A stretch of time as a question names it. What days it means depends on today and on the data. */
sealed interface Period {

    /** All there is. */
    record All() implements Period {}

    /** A calendar week, month, quarter or year, counted back from the current one, which is 0. */
    record Calendar(TimeUnit unit, int back) implements Period {}

    /** So many units up to the last day with data. */
    record Trailing(int count, TimeUnit unit) implements Period {}

    /** From the latest month of one name to the next of another; an open end is null. */
    record NamedMonths(Month from, @Nullable Month to) implements Period {}

    /** The latest quarter or half of that number; {@code months} is 3 or 6. */
    record NamedPart(int number, int months) implements Period {}

    /** From one day to another, both inclusive; an open end is null. */
    record Between(@Nullable LocalDate from, @Nullable LocalDate to) implements Period {}
}
