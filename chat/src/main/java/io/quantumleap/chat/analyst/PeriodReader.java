package io.quantumleap.chat.analyst;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the period that a question names. */
final class PeriodReader {

    private static final String MONTH = DateWords.MONTH;
    private static final String YEAR = DateWords.YEAR;
    private static final String DAY = DateWords.DAY;
    private static final String DATE =
            "(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}|" + DAY + " (?:of )?" + MONTH + " "
                    + YEAR + "|" + MONTH + " " + DAY + " " + YEAR + "|q[1-4] (?:of |in )?" + YEAR + "|" + MONTH
                    + " (?:of )?" + YEAR + "|"
                    + MONTH + "(?! \\d)|" + YEAR + ")";
    private static final String SMALL =
            "(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty)";
    private static final String COUNTED =
            "(\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty)";
    private static final String UNIT = "(day|week|month|quarter|year)s?";
    private static final String ORDINAL = "(first|second|third|fourth|1st|2nd|3rd|4th)";

    /** Tried in this order: the more exact a wording, the earlier. */
    private static final List<Rule> RULES = List.of(
            rule(
                    "\\b(?:between|from) (" + MONTH + ") (?:and|to|until|till|through) (" + MONTH + ")(?! \\d)",
                    found -> months(found.group(1), found.group(2))),
            rule(
                    "(?:between|from) (?:the )?(" + DATE + ") (?:and|to|until|till|through|up to) (?:the )?(" + DATE
                            + ")",
                    found -> between(start(found.group(1)), end(found.group(2)))),
            rule(
                    "\\b(?:since|from|after|starting|starting in|beginning) (?:the )?(?:start of |beginning of )?("
                            + DATE + ")\\b(?! (?:to|until))",
                    found -> between(start(found.group(1)), Optional.empty())),
            rule("\\b(?:since|from|after) (" + MONTH + ")\\b(?! \\d)", found -> month(found.group(1))
                    .map(start -> new Period.NamedMonths(start, null))),
            rule(
                    "\\b(?:until|till|up to|before|through|by) (?:the )?(?:end of )?(" + DATE + ")\\b",
                    found -> between(Optional.empty(), end(found.group(1)))),
            rule(
                    "\\b(?:ytd|year to date|this year so far|so far this year|since (?:the )?(?:start|beginning) of (?:the|this) year|since new year)\\b",
                    found -> Optional.of(new Period.Calendar(TimeUnit.YEAR, 0))),
            rule("\\b(?:mtd|month to date)\\b", found -> Optional.of(new Period.Calendar(TimeUnit.MONTH, 0))),
            rule("\\b(?:qtd|quarter to date)\\b", found -> Optional.of(new Period.Calendar(TimeUnit.QUARTER, 0))),
            rule(
                    "\\b(?:since (?:the )?inception|since (?:the )?(?:start|beginning)|from (?:the )?(?:start|beginning)|all time|ever|lifetime"
                            + "|life time|always|since i started|overall|so far|to date|whole (?:period|history|time)|full (?:period|history)|in total)\\b",
                    found -> Optional.of(new Period.All())),
            rule(
                    "\\bfinal quarter(?: (?:of |in )?(" + YEAR + "))\\b",
                    found -> between(
                            Optional.of(LocalDate.of(Integer.parseInt(found.group(1)), 10, 1)),
                            Optional.of(LocalDate.of(Integer.parseInt(found.group(1)), 12, 31)))),
            rule(
                    "\\b(?:the )?" + UNIT + " before last\\b",
                    found -> Optional.of(new Period.Calendar(TimeUnit.named(found.group(1)), 2))),
            rule("\\bq([1-4])(?: (?:of |in )?(" + YEAR + "))?\\b", found -> part(found, 3)),
            rule("\\b" + ORDINAL + " quarter(?: (?:of |in )?(" + YEAR + "))?\\b", found -> part(found, 3)),
            rule("\\bh([12])(?: (?:of |in )?(" + YEAR + "))?\\b", found -> part(found, 6)),
            rule(
                    "\\b(first|second|1st|2nd) half(?: (?:of |in )?(?:the year )?(" + YEAR + "))?\\b",
                    found -> part(found, 6)),
            rule(
                    "\\b(?:over|during|within|in|for) (?:the |my )?(?:last|past|previous) " + UNIT + "\\b(?! before)",
                    found -> Optional.of(trailing("one", found.group(1)))),
            rule(
                    "\\b(?:last|past|previous|trailing|recent|prior|latest) " + SMALL + " " + UNIT + "\\b",
                    found -> Optional.of(trailing(found.group(1), found.group(2)))),
            rule("\\bpast " + UNIT + "\\b", found -> Optional.of(trailing("one", found.group(1)))),
            rule(
                    "\\b(?:last|previous|prior) " + UNIT + "\\b",
                    found -> Optional.of(new Period.Calendar(TimeUnit.named(found.group(1)), 1))),
            rule(
                    "\\b(?:this|current) " + UNIT + "\\b",
                    found -> Optional.of(new Period.Calendar(TimeUnit.named(found.group(1)), 0))),
            rule("\\b(\\d{1,2})(d|w|m|y|yr)\\b", found -> Optional.of(trailing(found.group(1), found.group(2)))),
            rule(
                    "\\b(?!1 day|one )" + COUNTED + " " + UNIT + "\\b(?! (?:old|later))",
                    found -> Optional.of(trailing(found.group(1), found.group(2)))),
            rule("\\byesterday\\b", found -> Optional.of(new Period.Calendar(TimeUnit.DAY, 1))),
            rule("\\btoday\\b", found -> Optional.of(new Period.Calendar(TimeUnit.DAY, 0))),
            rule(
                    "\\b(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}|" + DAY + " (?:of )?" + MONTH + " " + YEAR
                            + "|" + MONTH + " " + DAY + " " + YEAR + "|" + MONTH + " (?:of )?" + YEAR + ")",
                    found -> between(start(found.group(1)), end(found.group(1)))),
            rule(
                    "\\b(?:in|for|during|of|this|last|throughout|through) (?:the )?(?:month of )?(" + MONTH + ")\\b",
                    found -> months(found.group(1), found.group(1))),
            rule(
                    "^(?:and |what about |how about )?(?:for |in )?(" + MONTH + ")$",
                    found -> months(found.group(1), found.group(1))),
            rule("\\b(" + YEAR + ")\\b", found -> between(start(found.group(1)), end(found.group(1)))));

    private PeriodReader() {}

    private record Rule(Pattern pattern, Function<Matcher, Optional<? extends Period>> meaning) {}

    static Optional<Period> read(String text) {
        for (Rule rule : RULES) {
            Matcher found = rule.pattern().matcher(text);
            if (found.find()) {
                Optional<? extends Period> period = rule.meaning().apply(found);
                if (period.isPresent()) {
                    return Optional.of(period.get());
                }
            }
        }
        return Optional.empty();
    }

    private static Rule rule(String regex, Function<Matcher, Optional<? extends Period>> meaning) {
        return new Rule(Pattern.compile(regex), meaning);
    }

    private static Period trailing(String count, String unit) {
        return new Period.Trailing(Math.max(1, NumberWord.value(count)), TimeUnit.named(unit));
    }

    private static Optional<Period> part(Matcher found, int months) {
        int number = ordinal(found.group(1));
        String year = found.group(2);
        if (year == null) {
            return Optional.of(new Period.NamedPart(number, months));
        }
        LocalDate from = LocalDate.of(Integer.parseInt(year), (number - 1) * months + 1, 1);
        return Optional.of(new Period.Between(from, from.plusMonths(months).minusDays(1)));
    }

    private static int ordinal(String word) {
        return switch (word) {
            case "first" -> 1;
            case "second" -> 2;
            case "third" -> 3;
            case "fourth" -> 4;
            default -> word.charAt(0) - '0';
        };
    }

    private static Optional<Period> between(Optional<LocalDate> from, Optional<LocalDate> to) {
        return from.isEmpty() && to.isEmpty()
                ? Optional.empty()
                : Optional.of(new Period.Between(from.orElse(null), to.orElse(null)));
    }

    private static Optional<LocalDate> start(String date) {
        return DateWords.read(date).map(DateWords.Days::first);
    }

    private static Optional<LocalDate> end(String date) {
        return DateWords.read(date).map(DateWords.Days::last);
    }

    private static Optional<Period> months(String first, String last) {
        return month(first).flatMap(from -> month(last).map(to -> new Period.NamedMonths(from, to)));
    }

    private static Optional<Month> month(String name) {
        return DateWords.month(name);
    }
}
