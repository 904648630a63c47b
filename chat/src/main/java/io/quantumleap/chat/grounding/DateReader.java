package io.quantumleap.chat.grounding;

import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the dates that a text states, in the usual English and numeric spellings. */
final class DateReader {

    private static final String MONTH =
            "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
                    + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(?<year>(?:19|20)\\d{2})(?![\\d])";

    /** Tried in this order; what one has found the next does not see. */
    private static final List<Pattern> SPELLINGS = List.of(
            pattern("(?<![\\d-])(?<year>\\d{4})-(?<mm>\\d{2})-(?<day>\\d{2})(?:T[\\d:.]+Z?)?(?!\\d)"),
            pattern("(?<![\\d.])(?<day>\\d{1,2})\\.(?<mm>\\d{1,2})\\.(?<year>\\d{4})(?!\\d)"),
            pattern("(?<![\\d/])(?<one>\\d{1,2})/(?<two>\\d{1,2})/(?<year>\\d{4})(?!\\d)"),
            pattern("(?<![\\d.,])\\b" + DAY + "(?: of)? " + MONTH + ",? " + YEAR),
            pattern("\\b" + MONTH + " " + DAY + ",? " + YEAR),
            pattern("\\b" + MONTH + ",? (?:of )?" + YEAR),
            pattern("(?<![\\d.,])\\b" + DAY + "(?: of)? " + MONTH),
            pattern("\\b" + MONTH + " " + DAY + "(?![\\d.,]\\d|\\d| ?%)\\b"),
            pattern("(?<=\\b(?:in|of|since|until|from|to|during|for|last|early|late|mid|by|between|and) )" + MONTH));

    private DateReader() {}

    /** The dates in the text; the places where they stand are blanked in the buffer. */
    static List<Claim> readAndBlank(StringBuilder folded) {
        List<Claim> claims = new ArrayList<>();
        for (Pattern spelling : SPELLINGS) {
            Matcher found = spelling.matcher(folded.toString());
            while (found.find()) {
                Set<PartialDate> readings = readings(spelling, found);
                if (!readings.isEmpty()) {
                    claims.add(new Claim.OfDate(found.group(), found.start(), found.end(), readings));
                    Blank.out(folded, found.start(), found.end());
                }
            }
        }
        return claims;
    }

    private static Set<PartialDate> readings(Pattern spelling, Matcher found) {
        int year = number(spelling, found, "year");
        if (spelling.pattern().contains("<one>")) {
            return eitherOrder(year, number(spelling, found, "one"), number(spelling, found, "two"));
        }
        int month = spelling.pattern().contains("<mm>")
                ? number(spelling, found, "mm")
                : spelling.pattern().contains("<month>") ? monthNamed(found.group("month")) : 0;
        int day = number(spelling, found, "day");
        return month > 12 || day > 31 ? Set.of() : Set.of(new PartialDate(year, month, day));
    }

    private static Set<PartialDate> eitherOrder(int year, int one, int two) {
        if (one > 31 || two > 31 || (one > 12 && two > 12)) {
            return Set.of();
        }
        if (one > 12 || one == two) {
            return Set.of(new PartialDate(year, two, one));
        }
        return two > 12
                ? Set.of(new PartialDate(year, one, two))
                : Set.of(new PartialDate(year, one, two), new PartialDate(year, two, one));
    }

    private static int number(Pattern spelling, Matcher found, String group) {
        return spelling.pattern().contains("<" + group + ">") ? Integer.parseInt(found.group(group)) : 0;
    }

    private static int monthNamed(String name) {
        String start = name.substring(0, 3).toUpperCase(Locale.ROOT);
        for (Month month : Month.values()) {
            if (month.name().startsWith(start)) {
                return month.getValue();
            }
        }
        return 0;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
