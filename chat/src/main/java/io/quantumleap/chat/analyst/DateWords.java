package io.quantumleap.chat.analyst;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in words and digits, as far as a question states them. */
final class DateWords {

    static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
                    + "|nov(?:ember)?|dec(?:ember)?)";
    static final String YEAR = "(?:19|20)\\d\\d";
    static final String DAY = "\\d{1,2}(?:st|nd|rd|th)?";

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./](\\d{4})");
    private static final Pattern DAY_MONTH_YEAR =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(" + MONTH + ") (" + YEAR + ")");
    private static final Pattern MONTH_DAY_YEAR =
            Pattern.compile("(" + MONTH + ") (\\d{1,2})(?:st|nd|rd|th)? (" + YEAR + ")");
    private static final Pattern MONTH_YEAR = Pattern.compile("(" + MONTH + ") (?:of )?(" + YEAR + ")");
    private static final Pattern QUARTER_YEAR = Pattern.compile("q([1-4]) (?:of |in )?(" + YEAR + ")");

    record Days(LocalDate first, LocalDate last) {}

    private DateWords() {}

    static Optional<Days> read(String text) {
        try {
            return days(text);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Days> days(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        Matcher numeric = DAY_FIRST.matcher(text);
        if (numeric.matches()) {
            int one = number(numeric, 1);
            int two = number(numeric, 2);
            return two > 12 ? day(number(numeric, 3), one, two) : day(number(numeric, 3), two, one);
        }
        Matcher dayMonth = DAY_MONTH_YEAR.matcher(text);
        if (dayMonth.matches()) {
            return day(number(dayMonth, 3), monthNumber(dayMonth.group(2)), number(dayMonth, 1));
        }
        Matcher monthDay = MONTH_DAY_YEAR.matcher(text);
        if (monthDay.matches()) {
            return day(number(monthDay, 3), monthNumber(monthDay.group(1)), number(monthDay, 2));
        }
        return longer(text);
    }

    private static Optional<Days> longer(String text) {
        Matcher quarter = QUARTER_YEAR.matcher(text);
        if (quarter.matches()) {
            LocalDate first = LocalDate.of(number(quarter, 2), (number(quarter, 1) - 1) * 3 + 1, 1);
            return Optional.of(new Days(first, first.plusMonths(3).minusDays(1)));
        }
        Matcher monthYear = MONTH_YEAR.matcher(text);
        if (monthYear.matches()) {
            YearMonth month = YearMonth.of(number(monthYear, 2), monthNumber(monthYear.group(1)));
            return Optional.of(new Days(month.atDay(1), month.atEndOfMonth()));
        }
        if (text.matches(YEAR)) {
            int year = Integer.parseInt(text);
            return Optional.of(new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
        }
        return Optional.empty();
    }

    private static Optional<Days> day(int year, int month, int day) {
        LocalDate date = LocalDate.of(year, month, day);
        return Optional.of(new Days(date, date));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int monthNumber(String name) {
        return month(name).map(Month::getValue).orElse(0);
    }

    static Optional<Month> month(String name) {
        for (Month month : Month.values()) {
            if (name.length() >= 3 && month.name().toLowerCase(Locale.ROOT).startsWith(name.substring(0, 3))) {
                return Optional.of(month);
            }
        }
        return Optional.empty();
    }
}
