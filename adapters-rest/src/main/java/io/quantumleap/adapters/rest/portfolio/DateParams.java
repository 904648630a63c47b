package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads days from query parameters. */
public final class DateParams {

    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private DateParams() {}

    /**
     * The day, or null if the parameter is not there or empty.
     *
     * @throws io.quantumleap.adapters.rest.problem.ProblemException if it is not an ISO date
     */
    public static @Nullable LocalDate date(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            if (FOUR_DIGIT_YEAR.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException noSuchDay) {
            // falls through to the one refusal below
        }
        throw Problem.of(ProblemType.INVALID_REQUEST, "The parameter " + name + " is not a day.")
                .withError(name, "not-a-date", "The " + name + " is not a day in the form 2026-01-31.")
                .asException();
    }

    /**
     * Refuses a range that runs backwards.
     *
     * @throws io.quantumleap.adapters.rest.problem.ProblemException if it does
     */
    public static void requireOrder(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && from.isAfter(to)) {
            throw Problem.of(ProblemType.INVALID_REQUEST, "The range of days runs backwards.")
                    .withError("from", "after-to", "The from is after the to.")
                    .asException();
        }
    }
}
